import { getResponse } from 'msw'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app.tsx'
import '../app/styles.css'
import { writeEntry } from '../realtime/write-entry.ts'
import { fakeConnection } from './fake-connection.ts'
import { restHandlers } from './rest-handlers.ts'
import { setAnswersHere } from '../features/call/answering-tab.ts'
import { me, uuid } from './sample.ts'
import { scenes, voiceId } from './scenes.ts'

/** The desk without a server, for looking at it: `/console/harness.html?scene=ringing`. Never part of a build. */
const name = new URLSearchParams(location.search).get('scene') ?? 'chat'
const scene = scenes[name]?.(Date.now())
if (scene === undefined) throw new Error(`no scene ${name}; there are ${Object.keys(scenes).join(', ')}`)

const handlers = restHandlers(scene.signedOut === true ? null : me)
const realFetch = window.fetch.bind(window)
window.fetch = async (input, init) =>
  (await getResponse(handlers, new Request(input instanceof URL ? input.href : input, init))) ?? realFetch(input, init)

function connectScene() {
  setAnswersHere(uuid(voiceId))
  const connection = fakeConnection(Date.now)
  if (scene === undefined) return connection
  for (const entry of scene.entries) connection.append(entry.streamId, entry)
  connection.show(scene.view)
  const first = scene.view.work[0]
  if (scene.reconnecting === true) connection.become('reconnecting')
  connection.answer((command) => {
    if (command.name === 'page:push') return { ok: false, error: { code: 'page-not-allowed' } }
    if (command.name === 'message:send') return undefined
    if (command.name === 'call:join') return { ok: true, value: { epoch: 1 } }
    if (command.name === 'call:ice-servers') return { ok: true, value: { iceServers: [], relayOnly: false } }
    return { ok: true, value: null }
  })
  if (scene.refused === true && first !== undefined) {
    void writeEntry(connection, {
      name: 'page:push',
      payload: { streamId: first.conversation, url: 'https://elsewhere.example/', title: '' },
    })
    void writeEntry(connection, {
      name: 'message:send',
      payload: { streamId: first.conversation, text: 'I have asked Heathrow and wait for their answer.' },
    })
  }
  return connection
}

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App connect={connectScene} />)
