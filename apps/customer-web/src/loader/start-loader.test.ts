import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { startLoader } from './start-loader.ts'

vi.stubGlobal('__PANEL_URL__', '/widget/assets/panel.js')

let status: () => Promise<Response>
let listening: MockInstance<typeof document.addEventListener>
const asked = vi.fn<(url: string) => void>()

/** The script tag as a page has it; nothing is loaded from it. */
function scriptTag(data: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script')
  Object.defineProperty(script, 'src', { value: 'https://widget.example/widget.js' })
  Object.assign(script.dataset, data)
  return script
}
const button = (attributes: string) => {
  const made = document.createElement('button')
  for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) made.setAttribute(name, value)
  made.append('Talk to us')
  document.body.append(made)
  return made
}
const launcher = () => document.querySelector<HTMLElement>('body > button:last-of-type')
/** What waits for the panel script, apart from the tracking of this page. */
const waitingCalls = () => (window.Beckon?.core?.calls ?? []).filter(([name]) => name !== 'trackPage')
const keptTrail = () =>
  JSON.parse(sessionStorage.getItem('beckon.bluesky.trail') ?? '[]') as { url: string; title: string; event?: string }[]
const panelScripts = () => [...document.querySelectorAll('script')].map((script) => script.src)

beforeEach(() => {
  document.body.replaceChildren()
  document.documentElement.lang = 'en'
  sessionStorage.clear()
  Reflect.deleteProperty(window, 'Beckon')
  history.replaceState(null, '', '/trip?secret=1')
  status = () =>
    Promise.resolve(
      Response.json({
        channels: { chat: 'free', voice: 'closed' },
        agentsAvailable: 1,
        waiting: 0,
        title: 'Contact us',
        word: '● Chat now',
      }),
    )
  vi.stubGlobal('fetch', (url: string) => {
    asked(url)
    return status()
  })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  listening = vi.spyOn(document, 'addEventListener')
})
afterEach(() => {
  for (const [name, listener] of listening.mock.calls) document.removeEventListener(name, listener)
  vi.restoreAllMocks()
  asked.mockReset()
})

test('the page asks for the status once, before any click, and each button says whether somebody is there', async () => {
  const talk = button('data-beckon="" data-subject="baggage"')
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(asked.mock.calls).toEqual([['https://widget.example/widget/status?site=bluesky&lang=en&subject=baggage']])
  await vi.waitFor(() => expect(talk.textContent).toBe('Talk to us ● Chat now'))
  expect(launcher()?.textContent).toBe('Contact us ● Chat now')
  expect(panelScripts()).toEqual([])
})

test('an Arabic page asks for Arabic words', () => {
  document.documentElement.lang = 'ar-EG'
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(asked.mock.calls[0]?.[0]).toContain('lang=ar-EG')
})

test('a refused status leaves a calm word for the customer and a reason for the developer', async () => {
  status = () => Promise.resolve(new Response('', { status: 403 }))
  startLoader(scriptTag({ site: 'bluesky' }))
  await vi.waitFor(() => expect(launcher()?.textContent).toContain('○ Not available'))
  expect(console.error).toHaveBeenCalledWith('Beckon:', expect.stringContaining('403'))
})

test('a server that is down leaves the page whole', async () => {
  status = () => Promise.reject(new TypeError('Failed to fetch'))
  startLoader(scriptTag({ site: 'bluesky' }))
  await vi.waitFor(() => expect(launcher()?.textContent).toContain('○ Not available'))
})

test('calls made before the loader came are made in their order, whatever the page keeps in their place', () => {
  const stub = Object.assign(() => undefined, {
    q: [['setContext', { flight: 'BS117' }], ['open'], ['identify', 'token']],
  })
  window.Beckon = stub
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(waitingCalls()).toEqual([['setContext', { flight: 'BS117' }], ['open'], ['identify', 'token']])
})

test.each([
  ['a number', { q: 7 }],
  ['a name of its own', { q: { push: 'no' } }],
])('a page whose Beckon holds %s still gets its buttons', (_, foreign) => {
  Object.assign(window, { Beckon: foreign })
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(launcher()?.textContent).toContain('Contact')
  expect(window.Beckon?.core?.site).toBe('bluesky')
})

test('a click on a data-beckon button, also one that came later, fetches the panel script once', () => {
  startLoader(scriptTag({ site: 'bluesky' }))
  const late = button('data-beckon=""')
  late.click()
  late.click()
  expect(panelScripts()).toEqual(['https://widget.example/widget/assets/panel.js'])
  expect(waitingCalls()).toEqual([
    ['open', late],
    ['open', late],
  ])
})

test('a pointer that comes near a button has the panel fetched, once, and nothing opened', async () => {
  const talk = button('data-beckon=""')
  startLoader(scriptTag({ site: 'bluesky' }))
  await vi.waitFor(() => expect(talk.textContent).toContain('Chat now'))
  expect(document.querySelector('iframe')).toBeNull()
  talk.dispatchEvent(new PointerEvent('pointerover'))
  talk.dispatchEvent(new PointerEvent('pointerover'))
  expect(panelScripts()).toEqual(['https://widget.example/widget/assets/panel.js'])
  expect(document.querySelectorAll('iframe')).toHaveLength(1)
  expect(window.Beckon?.core?.state.open).toBe(false)
  expect(waitingCalls()).toEqual([])
})

test('a link with ?beckon=open opens the panel by itself', () => {
  history.replaceState(null, '', '/trip?beckon=open&subject=lounge')
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(waitingCalls()).toEqual([['open']])
})

test('a panel that was open before a reload opens again', () => {
  sessionStorage.setItem('beckon.bluesky.open', '1')
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(waitingCalls()).toEqual([['open']])
})

test('the trail holds origin and path of the last 20 pages, never the query; a reload is one visit', () => {
  const earlier = Array.from({ length: 25 }, (_, n) => ({
    url: `https://host/${n}`,
    title: '',
    enteredAt: n,
    dwellMs: 1,
  }))
  sessionStorage.setItem('beckon.bluesky.trail', JSON.stringify(earlier))
  startLoader(scriptTag({ site: 'bluesky' }))
  startLoader(scriptTag({ site: 'bluesky' }))
  const trail = keptTrail()
  expect(trail).toHaveLength(20)
  expect(trail.at(-1)?.url).toBe(`${location.origin}/trip`)
  expect(trail.at(-2)?.url).toBe('https://host/24')
})

test('a page that is denied storage still gets its button', async () => {
  vi.stubGlobal(
    'sessionStorage',
    new Proxy(
      {},
      {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    ),
  )
  startLoader(scriptTag({ site: 'bluesky' }))
  await vi.waitFor(() => expect(launcher()?.textContent).toBe('Contact us ● Chat now'))
  vi.unstubAllGlobals()
  vi.stubGlobal('__PANEL_URL__', '/widget/assets/panel.js')
})

test('the page without data-site waits for init', () => {
  startLoader(scriptTag({}))
  expect(asked).not.toHaveBeenCalled()
  window.Beckon?.('init', { site: 'bluesky' })
  expect(asked).toHaveBeenCalledTimes(1)
})

test('show and hide turn our own button off and on; data-launcher off leaves it out', () => {
  startLoader(scriptTag({ site: 'bluesky' }))
  window.Beckon?.('hide')
  expect(launcher()?.hidden).toBe(true)
  window.Beckon?.('show')
  expect(launcher()?.hidden).toBe(false)
  document.body.replaceChildren()
  startLoader(scriptTag({ site: 'bluesky', launcher: 'off' }))
  expect(launcher()).toBeNull()
})

test('on returns the way to stop listening', () => {
  startLoader(scriptTag({ site: 'bluesky' }))
  const stop = window.Beckon?.('on', 'open', () => undefined) as () => void
  expect(window.Beckon?.core?.listeners[0]?.[0]).toBe('open')
  stop()
  expect(window.Beckon?.core?.listeners[0]?.[0]).toBe('')
})

test('what is not there yet answers not-available and harms nobody', async () => {
  startLoader(scriptTag({ site: 'bluesky' }))
  for (const name of ['requestCallback', 'openRequest']) {
    expect(await window.Beckon?.(name)).toMatchObject({ ok: false, error: { code: 'not-available' } })
  }
  expect(() => window.Beckon?.('init')).not.toThrow()
})

test('what the page tracks stands in the trail at once, with its page', () => {
  document.title = 'Trip'
  startLoader(scriptTag({ site: 'bluesky' }))
  window.Beckon?.('trackEvent', 'added-to-cart', 'Seat 14A')
  window.Beckon?.('trackEvent', 'paid')
  expect(keptTrail()).toMatchObject([
    { title: 'Trip' },
    { event: 'added-to-cart', title: 'Seat 14A', url: `${location.origin}/trip` },
    { event: 'paid', title: 'Trip' },
  ])
})

test('the page of an application that changes its address is tracked', () => {
  const navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  startLoader(scriptTag({ site: 'bluesky' }))
  history.pushState(null, '', '/trip/seats?secret=2')
  navigation.dispatchEvent(new Event('currententrychange'))
  navigation.dispatchEvent(new Event('currententrychange'))
  window.Beckon?.('trackPage', 'Step two')
  expect(keptTrail().map(({ url }) => url)).toEqual([`${location.origin}/trip`, `${location.origin}/trip/seats`])
  vi.stubGlobal('navigation', undefined)
})

test('get tells the state, also before the panel is there', async () => {
  startLoader(scriptTag({ site: 'bluesky' }))
  expect(window.Beckon?.('get')).toMatchObject({ open: false, unread: 0, interactions: [] })
  await vi.waitFor(() => expect(window.Beckon?.('get')).toMatchObject({ status: { agentsAvailable: 1 } }))
})

test('the frame is on its way beside the panel script, with the microphone passed on', () => {
  const went = vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(() => undefined)
  startLoader(scriptTag({ site: 'bluesky' }))
  window.Beckon?.('open')
  expect(went.mock.calls).toEqual([['https://widget.example/widget/frame?site=bluesky']])
  expect(document.querySelector('iframe')?.allow).toBe('microphone;autoplay;clipboard-write;geolocation')
})

test.each([
  [
    'fetch',
    () => {
      throw new Error('not today')
    },
  ],
  ['JSON', {}],
  ['Promise', () => undefined],
])('a page that has replaced %s still gets its button, and its click opens the panel', (name, value) => {
  vi.stubGlobal(name, value)
  const talk = button('data-beckon=""')
  startLoader(scriptTag({ site: 'bluesky' }))
  talk.click()
  vi.unstubAllGlobals()
  vi.stubGlobal('__PANEL_URL__', '/widget/assets/panel.js')
  expect(panelScripts()).toHaveLength(1)
  expect(waitingCalls()).toEqual([['open', talk]])
})
