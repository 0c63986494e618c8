import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import type { Core } from './core.ts'
import { type HostState, readyMessage, wantedMessage } from './messages.ts'
import { startPanel } from './start-panel.ts'

const origin = 'https://widget.example'
let core: Core
let listening: MockInstance<typeof window.addEventListener>
const went = vi.fn<(url: string) => void>()
const failed = vi.fn<(reason: unknown) => void>()

beforeEach(() => {
  listening = vi.spyOn(window, 'addEventListener')
  document.body.replaceChildren()
  // Told where to go, the frame stays where it is: no page is loaded in these tests.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(went)
  sessionStorage.clear()
  localStorage.clear()
  failed.mockReset()
  went.mockReset()
  history.replaceState(null, '', '/trip?beckon=open&subject=lounge&whisper=quiet&context-seat=14A&other=1')
  const script = document.createElement('script')
  Object.defineProperty(script, 'src', { value: `${origin}/widget.js` })
  const launcher = document.createElement('button')
  document.body.append(launcher)
  core = {
    site: 'bluesky',
    script,
    launcher,
    state: { open: false, unread: 0, interactions: [] },
    listeners: [],
    calls: [],
    take: (waiting) => void core.calls.push(waiting),
    fail: failed,
  }
})

/** The page goes; what it kept stays. */
function leave(): void {
  for (const [name, listener] of listening.mock.calls) window.removeEventListener(name, listener)
  panel()?.remove()
}
afterEach(() => {
  leave()
  vi.restoreAllMocks()
})

const panel = () => document.querySelector('iframe')
const call = (...args: [string, ...unknown[]]) => core.take(args)

/** The frame says that it listens; answers with what it is told and the port it gets. */
function frameListens(from = origin): { state: HostState; port: MessagePort } | undefined {
  const told = vi.fn<(state: HostState, to: string, ports: MessagePort[]) => void>()
  // Nothing is loaded here: this stands for the window of the frame.
  const target = Object.assign(new EventTarget(), { postMessage: told }) as unknown as Window
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(target)
  window.dispatchEvent(new MessageEvent('message', { source: target, origin: from, data: `${readyMessage}0.5` }))
  const [state, to, ports] = told.mock.calls[0] ?? []
  const port = ports?.[0]
  if (state === undefined || port === undefined) return undefined
  expect(to).toBe(origin)
  return { state, port }
}

test('the first open makes one frame with the microphone passed on, and remembers that it is open', () => {
  startPanel(core)
  call('open')
  call('open')
  expect(document.querySelectorAll('iframe')).toHaveLength(1)
  expect(went.mock.calls).toEqual([[`${origin}/widget/frame?site=bluesky`]])
  expect(panel()?.allow).toBe('microphone;autoplay;clipboard-write;geolocation')
  expect(sessionStorage.getItem('beckon.bluesky.open')).not.toBeNull()
})

test('a frame that came before it was wanted is asked to speak again, and made no second time', () => {
  const frame = document.createElement('iframe')
  const asked = vi.fn()
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage: asked } })
  Object.defineProperty(frame, 'contentDocument', { value: null })
  document.body.append(frame)
  startPanel(Object.assign(core, { frame }))
  expect(asked).not.toHaveBeenCalled()
  call('open')
  expect(asked.mock.calls).toEqual([[wantedMessage, origin]])
  expect(document.querySelectorAll('iframe')).toHaveLength(1)
})

test('the frame is told button codes over URL codes, what the page added, and what was kept', () => {
  localStorage.setItem('beckon.bluesky.token', 'kept-token')
  const by = document.createElement('button')
  by.setAttribute('data-subject', 'baggage')
  by.setAttribute('data-context-flight', 'BS117')
  startPanel(core)
  call('setContext', { tier: 'gold' })
  call('identify', 'signed')
  call('open', by)
  const told = frameListens()
  expect(told?.state).toMatchObject({
    beckon: 1,
    site: 'bluesky',
    subject: 'baggage',
    identity: 'signed',
    open: true,
    kept: { token: 'kept-token' },
    items: [
      { key: 'whisper', value: 'quiet', source: 'url' },
      { key: 'seat', value: '14A', source: 'url' },
      { key: 'tier', value: 'gold', source: 'page' },
      { key: 'flight', value: 'BS117', source: 'button' },
    ],
  })
})

test('a message of another origin gets no port', () => {
  startPanel(core)
  call('open')
  expect(frameListens('https://evil.example')).toBeUndefined()
})

test('the frame keeps values in the host page, a token beyond the tab, and nothing under another name', async () => {
  startPanel(core)
  call('open')
  const told = frameListens()
  told?.port.postMessage({ type: 'keep', key: 'token', value: 'new-token' })
  told?.port.postMessage({ type: 'keep', key: 'draft', value: 'Hello' })
  told?.port.postMessage({ type: 'keep', key: 'theirs', value: 'x' })
  await vi.waitFor(() => expect(sessionStorage.getItem('beckon.bluesky.draft')).toBe('Hello'))
  expect(localStorage.getItem('beckon.bluesky.token')).toBe('new-token')
  expect(sessionStorage.getItem('beckon.bluesky.theirs')).toBeNull()
})

test('the loader goes to pages of its own origin only, whatever the frame asks', async () => {
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
  startPanel(core)
  call('open')
  const told = frameListens()
  told?.port.postMessage({ type: 'go', url: 'javascript:alert(1)' })
  told?.port.postMessage({ type: 'go', url: 'https://evil.example/' })
  told?.port.postMessage({ type: 'go', url: `${location.origin}/claim` })
  await vi.waitFor(() => expect(assign).toHaveBeenCalled())
  expect(assign.mock.calls).toEqual([[`${location.origin}/claim`]])
})

test('closing hides the panel, gives the focus back and tells the page and the frame', async () => {
  const closed = vi.fn<() => void>()
  core.listeners.push(['close', closed])
  startPanel(core)
  call('open', core.launcher)
  const told = frameListens()
  const heard = vi.fn<(open: boolean) => void>()
  if (told !== undefined) told.port.onmessage = ({ data }) => heard((data as HostState).open)
  told?.port.postMessage({ type: 'close' })
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1))
  expect(panel()?.style.display).toBe('none')
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(false))
  expect(document.activeElement).toBe(core.launcher)
  expect(sessionStorage.getItem('beckon.bluesky.open')).toBeNull()
})

test('whoever closes from within a panel that a reload had opened is at the launcher then', async () => {
  startPanel(core)
  call('open')
  frameListens()?.port.postMessage({ type: 'close' })
  await vi.waitFor(() => expect(document.activeElement).toBe(core.launcher))
})

test('a panel that is open on the next page still has the codes of its button; a closed one has them no more', () => {
  const by = document.createElement('button')
  by.setAttribute('data-subject', 'baggage')
  by.setAttribute('data-context-flight', 'BS117')
  startPanel(core)
  call('open', by)
  leave()
  startPanel(core)
  call('open')
  const items = [{ key: 'flight', value: 'BS117', source: 'button' }]
  expect(frameListens()?.state).toMatchObject({ subject: 'baggage', items: expect.arrayContaining(items) })
  call('close')
  leave()
  startPanel(core)
  call('open')
  expect(frameListens()?.state.subject).toBe('lounge')
})

test('each page of the trail was shown until the next was entered, whatever happened on it', () => {
  const page = (path: string, enteredAt: number) => ({ url: `${location.origin}${path}`, title: '', enteredAt })
  const trail = [page('/a', 1_000), { ...page('/a', 3_000), event: 'paid' }, page('/trip', 6_000)]
  sessionStorage.setItem('beckon.bluesky.trail', JSON.stringify(trail))
  document.title = 'Trip'
  startPanel(core)
  call('open')
  expect(frameListens()?.state.trail).toMatchObject([
    { dwellMs: 5_000 },
    { event: 'paid', dwellMs: 0 },
    { dwellMs: 0, title: 'Trip' },
  ])
})

test('what waits in a closed panel stands on the buttons, and the page hears of it', async () => {
  core.launcher.dataset['beckon'] = ''
  core.launcher.append(Object.assign(document.createElement('beckon-word'), { textContent: ' ○ Closed' }))
  const unread = vi.fn<(detail: unknown) => void>()
  core.listeners.push(['unread', unread])
  startPanel(core)
  call('open')
  const told = frameListens()
  const detail = { unread: 2, invited: false, words: '● 2 new' }
  told?.port.postMessage({ type: 'event', name: 'unread', detail })
  await vi.waitFor(() => expect(unread).toHaveBeenCalledWith(detail))
  expect(core.launcher.textContent).toContain('● 2 new')
  told?.port.postMessage({ type: 'event', name: 'unread', detail: { ...detail, words: '' } })
  await vi.waitFor(() => expect(core.launcher.textContent).toBe(' ○ Closed'))
})

test('the word that home has learned stands on the buttons, unless something waits; the page hears no more of it', async () => {
  core.launcher.dataset['beckon'] = ''
  core.launcher.append(Object.assign(document.createElement('beckon-word'), { textContent: ' ○ Closed' }))
  startPanel(core)
  call('open')
  const told = frameListens()
  const unread = (detail: object) => told?.port.postMessage({ type: 'event', name: 'unread', detail })
  told?.port.postMessage({ type: 'word', word: '● Chat now' })
  await vi.waitFor(() => expect(core.launcher.textContent).toBe(' ● Chat now'))
  expect(core.state.status).toBeUndefined()
  unread({ unread: 1, invited: false, words: '● 1 new' })
  await vi.waitFor(() => expect(core.launcher.textContent).toBe(' ● 1 new'))
  told?.port.postMessage({ type: 'word', word: '◐ Wait' })
  unread({ unread: 1, invited: false, words: '● still 1' })
  await vi.waitFor(() => expect(core.launcher.textContent).toBe(' ● still 1'))
  unread({ unread: 0, invited: false, words: '' })
  await vi.waitFor(() => expect(core.launcher.textContent).toBe(' ◐ Wait'))
})

test('the beginning of what waits stands beside the launcher as text, opens the panel and goes with the news', async () => {
  document.body.append(core.launcher)
  startPanel(core)
  call('open')
  const told = frameListens()
  const news = (preview: string) =>
    told?.port.postMessage({
      type: 'event',
      name: 'unread',
      detail: { unread: 1, invited: false, words: '●', preview },
    })
  const shown = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '<b>Hi</b>')
  call('close')
  news('<b>Hi</b>')
  await vi.waitFor(() => expect(shown()).toBeDefined())
  shown()?.click()
  expect(core.state.open).toBe(true)
  news('')
  await vi.waitFor(() => expect(shown()).toBeUndefined())
})

test('a frame that never speaks is taken away, with a reason for the developer', () => {
  vi.useFakeTimers()
  startPanel(core)
  call('open')
  vi.advanceTimersByTime(25_000)
  expect(panel()).toBeNull()
  expect(failed).toHaveBeenCalledWith(expect.stringContaining('frame-src'))
  vi.useRealTimers()
})
