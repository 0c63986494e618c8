import { expect } from '@playwright/test'
import { launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Console } from '../pages/console.ts'
import { Widget } from '../pages/widget.ts'
import { type BenchCentre, withCentre } from './centre.ts'
import { type Body, total, watchBodies } from './loaded-bodies.ts'

/** What a real browser fetches at each step, on a first visit; told to the bench as figures. */
interface Weight {
  name: string
  value: number
  unit: string
}

/** Socket traffic is no page weight: it is the conversation itself. */
const isSocket = ({ path }: Body): boolean => path.endsWith('/io/')

async function widgetWeights({ node, hostPage, browsers }: BenchCentre): Promise<Weight[]> {
  const browser = await launchBrowser({ microphone: true })
  browsers.push(browser)
  const page = await newPage(browser)
  const bodies = watchBodies(page, node.widgetUrl)
  await page.goto(hostPage.origin)
  const widget = new Widget(page)
  await page.getByRole('button', { name: 'Talk to us' }).waitFor()
  const beforeClick = await bodies.since()
  const loader = beforeClick.filter(({ path }) => path === '/widget.js')
  await widget.open()
  await widget.startChat()
  const open = (await bodies.since()).filter((body) => !isSocket(body))
  explain('before the click', beforeClick)
  explain('home and chat', open)
  return [
    { name: 'loader_gz_bytes', value: total(loader), unit: 'bytes' },
    { name: 'before_click_bytes', value: total(beforeClick), unit: 'bytes' },
    { name: 'before_click_requests', value: beforeClick.length, unit: 'requests' },
    { name: 'panel_open_gz_bytes', value: total(open), unit: 'bytes' },
  ]
}

/** The frame's later parts; each counts once, however often it was asked for. */
const laterParts = (bodies: readonly Body[]): Body[] => [
  ...new Map(
    bodies.filter(({ path }) => /^\/widget\/assets\/(?!panel-)/.test(path)).map((body) => [body.path, body]),
  ).values(),
]

/**
 * What the first call adds to an open panel: the voice library, and all of it. It is fetched before the click on "Call",
 * as soon as somebody is free to talk: all that came since the panel was opened counts.
 */
async function voiceWeight({ node, hostPage, browsers }: BenchCentre): Promise<Weight[]> {
  const [hers, his] = await Promise.all([launchBrowser({ microphone: true }), launchBrowser({ microphone: true })])
  browsers.push(hers, his)
  const agent = new Console(await newPage(hers))
  await agent.signIn(node.publicUrl, 'Ana')
  const page = await newPage(his)
  const bodies = watchBodies(page, node.widgetUrl)
  await page.goto(hostPage.origin)
  const widget = new Widget(page)
  await widget.open()
  await widget.startChat()
  await agent.accept()
  await widget.panel.getByRole('button', { name: 'Call', exact: true }).click()
  await agent.accept()
  await widget.call.getByRole('button', { name: 'Hang up' }).waitFor()
  await expect(widget.panel.locator('audio')).toHaveJSProperty('paused', false)
  const voice = laterParts(await bodies.since())
  explain('first call', voice)
  const peer = voice.filter(({ path }) => path.includes('simple-peer'))
  return [
    { name: 'voice_chunk_gz_bytes', value: total(peer), unit: 'bytes' },
    { name: 'first_call_gz_bytes', value: total(voice), unit: 'bytes' },
  ]
}

/** The page itself notes when its desk is connected: to look from here takes time in which more may be fetched. */
const noteConnected = `new MutationObserver((_, self) => {
  if (document.querySelector('[role=status][aria-label="Connection: connected"]') === null) return
  self.disconnect()
  globalThis.connectedAt = Date.now()
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] })`

/** What an agent waits for: sign-in and a desk that takes contacts. What it fetches while it waits is not in the way. */
async function consoleWeight({ node, browsers }: BenchCentre): Promise<Weight[]> {
  const browser = await launchBrowser()
  browsers.push(browser)
  const page = await newPage(browser)
  await page.addInitScript(noteConnected)
  const bodies = watchBodies(page, node.publicUrl)
  await new Console(page).signIn(node.publicUrl, 'Raj')
  const fetched = (await bodies.since()).filter((body) => !isSocket(body))
  const connectedAt = await page.evaluate<number>('globalThis.connectedAt')
  const initial = fetched.filter(({ askedAt }) => askedAt <= connectedAt)
  explain('console until connected', initial)
  explain(
    'console while it waits for a contact',
    fetched.filter((body) => !initial.includes(body)),
  )
  return [{ name: 'console_initial_gz_bytes', value: total(initial), unit: 'bytes' }]
}

const explain = (what: string, bodies: readonly Body[]): void =>
  console.warn(`${what}, ${total(bodies)}: ${bodies.map(({ path, gzBytes }) => `${path} ${gzBytes}`).join(', ')}`)

// The first to ask for an agent gets her: the customer who only looks comes after the one who calls.
const weights = await withCentre(async (centre) => [
  ...(await voiceWeight(centre)),
  ...(await widgetWeights(centre)),
  ...(await consoleWeight(centre)),
])
process.send?.(weights)
if (process.send === undefined) console.info(weights)
