import type { TrailEntry } from '@beckon/shared/model/context'
import type { BeckonFacts, BeckonOptions, BeckonStart, BeckonTheme } from './beckon-api.ts'
import type { BeckonCall, Core } from './core.ts'
import { guard, report } from './guard.ts'
import { kept } from './kept-values.ts'
import { sayOnButtons } from './launcher.ts'
import type { FrameMessage, HostState, KeptKey } from './messages.ts'
import { type Methods, perform } from './methods.ts'
import { buttonCodes, type Codes, mergeItems, readCodes } from './page-codes.ts'
import { makePanelFrame, type PanelFrame } from './panel-frame.ts'
import type { KeptEntry } from './page-trail.ts'
import { makePreview } from './preview.ts'

const keptKeys: readonly KeptKey[] = ['token', 'outbox', 'draft', 'call', 'talk', 'survey', 'files']

function* named(facts: BeckonFacts, prefix: string) {
  for (const key of Object.keys(facts)) yield [prefix + key, String(facts[key])] as const
}

/** Takes over the calls the loader gathered; from here on they are made as they come. */
export function startPanel(core: Core): void {
  const { origin } = new URL(core.script.src)
  const own = (key: string) => `beckon.${core.site}.${key}`
  const state: HostState = {
    beckon: 1,
    site: core.site,
    subject: '',
    items: [],
    trail: [],
    locale: document.documentElement.lang,
    open: false,
    kept: {},
  }
  let panel: PanelFrame | undefined
  let opener: HTMLElement | undefined
  /** Of the last button; a panel that is open keeps them for the next page. */
  let codes: Codes = { subject: '', items: [] }
  let wishes = 0
  /** What the buttons say when nothing waits. */
  let usual = ''

  const emit = (name: string, detail?: unknown) => {
    for (const [wanted, listener] of core.listeners) if (wanted === name) guard(listener)(detail)
  }
  const tell = () => {
    if (panel) panel.tell(state)
  }
  const add = ({ subject, items }: Codes) => {
    state.subject = subject || state.subject
    state.items = mergeItems(state.items, items)
  }
  const addFacts = (facts: BeckonFacts, prefix: string) => add(readCodes(named(facts, prefix), 'page'))
  const turn = (open: boolean) => {
    state.open = core.state.open = open
    kept(own('open'), open ? guard(JSON.stringify)(codes) || '1' : null)
    core.launcher.style.display = open ? 'none' : ''
    if (panel) panel.show(open)
    emit(open ? 'open' : 'close')
  }
  /** Whoever works in the host page keeps the focus; `within`: closed from the panel itself. */
  const close = (within = panel?.hasFocus()) => {
    if (!state.open) return
    turn(false)
    if (within) (opener?.isConnected && opener !== document.body ? opener : core.launcher).focus()
  }
  const remove = () => {
    if (panel) panel.remove()
    panel = undefined
    close()
  }
  const failed = () => {
    remove()
    core.fail(`no panel from ${origin}: is it up, and in frame-src of this page's CSP?`)
  }

  /** Only a same-origin page, only within a customer's click; the frame opens any other in a tab of its own. */
  const go = (text: string) => {
    const url = new URL(text, location.href)
    const { userActivation } = navigator
    if (url.origin === location.origin && (!userActivation || userActivation.isActive)) location.assign(url.href)
  }
  /** What waits in a closed panel stands on the buttons. */
  const tellPage = (name: string, detail: unknown) => {
    const { words, unread, preview } = (detail || {}) as { words?: unknown; unread?: unknown; preview?: unknown }
    if (name === 'unread' && typeof words === 'string') {
      core.state.unread = Number(unread)
      const label = document.querySelector('beckon-word')
      usual = usual || (label && label.textContent.trim()) || ''
      sayOnButtons(words || usual)
      showPreview(String(preview || ''))
    }
    emit(name, detail)
  }
  const receive = (message: FrameMessage) => {
    if (message.type === 'close') {
      close(true)
      tell()
    }
    if (message.type === 'keep') for (const key of keptKeys) if (key === message.key) kept(own(key), message.value)
    if (message.type === 'interactions') emit(message.type, (core.state.interactions = message.interactions))
    if (message.type === 'word') {
      usual = message.word
      if (!core.state.unread) sayOnButtons(usual)
    }
    if (message.type === 'event') tellPage(message.name, message.detail)
    if (message.type === 'go') go(message.url)
  }
  const readTrail = guard(() => {
    const trail: TrailEntry[] = []
    let page: TrailEntry | undefined
    for (const { event, ...seen } of JSON.parse(kept(own('trail')) || '[]') as KeptEntry[]) {
      const entry: TrailEntry = { ...seen, dwellMs: 0 }
      trail[trail.length] = entry
      if (event) entry.event = event
      else {
        // A page was shown until the next was entered.
        if (page) page.dwellMs = entry.enteredAt - page.enteredAt
        page = entry
      }
    }
    // A page of its own script's making may get its title after its address.
    if (page?.url === location.origin + location.pathname) page.title = document.title
    state.trail = trail
  })
  const greeting = () => {
    for (const key of keptKeys) state.kept[key] = kept(own(key))
    readTrail()
    state.status = core.state.status
    return state
  }
  /** A frame that is already on its way is the loader's. */
  const makeFrame = () => {
    const frame = core.frame || document.createElement('iframe')
    if (!core.frame) {
      frame.allow = 'microphone;autoplay;clipboard-write;geolocation'
      frame.src = `${origin}/widget/frame?site=${core.site}`
      document.body.append(frame)
    }
    core.frame = undefined
    const title = core.launcher.textContent
    return makePanelFrame(frame, { origin, title, greeting, receive, failed })
  }
  const open = (by?: HTMLElement) => {
    if (!core.site) return report('init comes first')
    opener = by || (document.activeElement as HTMLElement | null) || undefined
    if (by) add((codes = buttonCodes(by)))
    panel = panel || makeFrame()
    setTheme(state.theme || {})
    turn(true)
    if (by) panel.focus()
  }
  const setTheme = (theme: BeckonTheme) => {
    state.theme = { ...state.theme, ...theme }
    const { position } = state.theme
    if (position !== 'left' && position !== 'right') return
    core.launcher.style.inset = `auto 16px 16px auto`
    if (position === 'left') core.launcher.style.inset = `auto auto 16px 16px`
    if (panel) panel.place(position)
  }
  const update = ({ subject, context, attributes, locale, theme }: BeckonOptions) => {
    state.subject = subject || state.subject
    if (context) addFacts(context, 'context-')
    if (attributes) addFacts(attributes, 'context-customer.')
    state.locale = locale || state.locale
    if (theme) setTheme(theme)
  }
  const wish = (what: 'prefill' | 'chat' | 'voice', { subject = '', text = '' }: BeckonStart = {}) => {
    add({ subject, items: [] })
    state.wish = { id: ++wishes, do: what, text }
    if (what !== 'prefill' && !state.open) open()
  }
  const later = () => report('not available yet')

  const showPreview = makePreview(core.launcher, () => push(['open', core.launcher]))

  const methods: Methods = {
    init: (options: BeckonOptions) => {
      state.site = core.site
      update(options)
    },
    identify: (token: string) => (state.identity = token),
    logout: () => (state.identity = ''),
    shutdown() {
      remove()
      showPreview('')
      core.launcher.remove()
      core.site = ''
    },
    update,
    open,
    close: () => close(),
    toggle: () => (state.open ? close() : open()),
    show: () => undefined,
    hide: () => undefined,
    setAttributes: (attributes: BeckonFacts) => update({ attributes }),
    setContext: (context: BeckonFacts) => update({ context }),
    setLocale: (locale: string) => update({ locale }),
    setTheme,
    prefill: (what: BeckonStart) => wish('prefill', what),
    startChat: (what?: BeckonStart) => wish('chat', what),
    startCall: (what?: BeckonStart) => wish('voice', what),
    requestCallback: later,
    openRequest: later,
    trackPage: readTrail,
    trackEvent: readTrail,
  }
  const push = guard((call: BeckonCall) => {
    perform(methods, call)
    tell()
  })

  add(buttonCodes(core.script))
  add(readCodes(new URLSearchParams(location.search), 'url'))
  const before = kept(own('open'))
  if (before) guard(() => add((codes = JSON.parse(before))))()
  core.take = push
  for (const call of core.calls) push(call)
}
