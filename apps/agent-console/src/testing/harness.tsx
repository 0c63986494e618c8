import { getResponse } from 'msw'
import { createRoot } from 'react-dom/client'
import { App } from '../app/app.tsx'
import { lookAsBefore } from '../app/change-look.ts'
import '../app/styles.css'
import { setAnswersHere } from '../realtime/answering-tab.ts'
import { writeEntry } from '../realtime/write-entry.ts'
import { fakeConnection } from './fake-connection.ts'
import { restHandlers } from './rest-handlers.ts'
import { me, uuid } from './sample.ts'
import { type Scene, scenes, voiceId } from './scenes.ts'

function connectScene(scene: Scene) {
  const connection = fakeConnection(Date.now)
  for (const entry of scene.entries) connection.append(entry.streamId, entry)
  connection.show(scene.view)
  if (scene.reconnecting === true) connection.become('reconnecting')
  connection.answer(({ name }) => {
    if (name === 'page:push') return { ok: false, error: { code: 'page-not-allowed' } }
    if (name === 'message:send') return undefined
    if (name === 'call:join') return { ok: true, value: { epoch: 1 } }
    return { ok: true, value: null }
  })
  const streamId = scene.view.work[0]?.conversation
  if (scene.refused === true && streamId !== undefined) {
    const url = 'https://elsewhere.example/'
    void writeEntry(connection, { name: 'page:push', payload: { streamId, url, title: '' } })
    void writeEntry(connection, { name: 'message:send', payload: { streamId, text: 'I have asked Heathrow.' } })
  }
  return connection
}

/** Draws one scene of the desk without a live server; returns the way back. REST must be answered by someone else. */
export function openScene(scene: Scene, element: HTMLElement): () => void {
  setAnswersHere(uuid(voiceId))
  const connection = connectScene(scene)
  const root = createRoot(element)
  root.render(<App connect={() => connection} />)
  return () => root.unmount()
}

function answerRest(handlers: ReturnType<typeof restHandlers>): void {
  const realFetch = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    return (await getResponse(handlers, request)) ?? realFetch(request)
  }
}

/** The page for looking at it: `/console/harness.html?scene=ringing` in development. Never part of a build. */
const page = document.getElementById('root')
if (page !== null) {
  const name = new URLSearchParams(location.search).get('scene') ?? 'chat'
  const scene = scenes[name]?.(Date.now())
  if (scene === undefined) throw new Error(`no scene ${name}; there are ${Object.keys(scenes).join(', ')}`)
  answerRest(restHandlers(scene.signedOut === true ? null : me))
  void lookAsBefore().then(() => openScene(scene, page))
}
