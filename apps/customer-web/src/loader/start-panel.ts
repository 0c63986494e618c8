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

/** A page was shown until the next was entered. */
const withDwell = ({ event, ...entry }: KeptEntry, at: number, all: KeptEntry[]): TrailEntry => {
  const next = all.slice(at + 1).find((other) => !other.event)
  return { ...entry, ...(event ? { event } : {}), dwellMs: event || !next ? 0 : next.enteredAt - entry.enteredAt }
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
  const addFacts = (facts: BeckonFacts, prefix: string) =>
    add(
      readCodes(
        Object.entries(facts).map(([key, value]) => [prefix + key, String(value)] as const),
        'page',
      ),
    )
  const turn = (open: boolean) => {
    state.open = core.state.open = open
    kept(own('open'), open ? '1' : null)
    core.launcher.style.display = open ? 'none' : ''
    if (panel) panel.show(open)
    emit(open ? 'open' : 'close')
  }
  const close = () => {
    if (!state.open) return
    // Whoever works in the host page keeps the focus.
    const inside = panel?.hasFocus()
    turn(false)
    if (inside && opener) opener.focus()
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
      close()
      tell()
    }
    if (message.type === 'keep' && keptKeys.includes(message.key)) kept(own(message.key), message.value)
    if (message.type === 'interactions') emit(message.type, (core.state.interactions = message.interactions))
    if (message.type === 'event') tellPage(message.name, message.detail)
    if (message.type === 'go') go(message.url)
  }
  const readTrail = guard(() => {
    const trail: KeptEntry[] = JSON.parse(kept(own('trail')) || '[]')
    // A page of its own script's making may get its title after its address.
    const here = trail.filter((one) => !one.event).at(-1)
    if (here?.url === location.origin + location.pathname) here.title = document.title
    state.trail = trail.map(withDwell)
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
      frame.allow = 'microphone; autoplay; clipboard-write; geolocation'
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
    if (by) add(buttonCodes(by))
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
  const later = () => report('not-available: this way of contact comes with a later version')

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
    close,
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
  const waiting = core.calls as BeckonCall[]
  core.calls = { push }
  for (const call of waiting) push(call)
}
