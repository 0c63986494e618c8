import type { BeckonCall, Core } from './core.ts'
import { guard } from './guard.ts'
import { kept } from './kept-values.ts'
import { sayOnButtons } from './launcher.ts'
import type { FrameMessage, HostState, KeptKey } from './messages.ts'
import { buttonCodes, type Codes, mergeItems, readCodes } from './page-codes.ts'
import { makePanelFrame, type PanelFrame } from './panel-frame.ts'
import { wordsFor } from './words.ts'

const keptKeys: readonly KeptKey[] = ['token', 'outbox', 'draft', 'call']

/** Takes over the calls the loader gathered; from here on they are made as they come. */
export function startPanel(core: Core): void {
  const { origin } = new URL(core.script.src)
  const locale = document.documentElement.lang
  const own = (key: string) => `beckon.${core.site}.${key}`
  const state: HostState = {
    beckon: 1,
    site: core.site,
    subject: '',
    items: [],
    trail: [],
    locale,
    open: false,
    kept: {},
  }
  let frame: PanelFrame | undefined
  let opener: HTMLElement | undefined
  /** What the buttons say when nothing waits. */
  let usual = ''

  const emit = (name: string, detail?: unknown) => {
    for (const [wanted, listener] of core.listeners) if (wanted === name) guard(listener)(detail)
  }
  const add = ({ subject, items }: Codes) => {
    state.subject = subject || state.subject
    state.items = mergeItems(state.items, items)
  }
  const turn = (open: boolean) => {
    state.open = open
    kept(own('open'), open ? '1' : null)
    core.launcher.style.display = open ? 'none' : ''
    if (frame) {
      frame.show(open)
      frame.tell(state)
    }
    emit(open ? 'open' : 'close')
  }
  const close = () => {
    if (!state.open) return
    turn(false)
    if (opener) opener.focus()
  }
  const failed = () => {
    if (frame) frame.remove()
    frame = undefined
    close()
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
    const { words } = (detail || {}) as { words?: unknown }
    if (name === 'unread' && typeof words === 'string') {
      const label = document.querySelector('beckon-word')
      usual = usual || (label && label.textContent.trim()) || ''
      sayOnButtons(words || usual)
    }
    emit(name, detail)
  }
  const receive = (message: FrameMessage) => {
    if (message.type === 'close') close()
    if (message.type === 'keep' && keptKeys.includes(message.key)) kept(own(message.key), message.value)
    if (message.type === 'event') tellPage(message.name, message.detail)
    if (message.type === 'go') go(message.url)
  }
  const greeting = () => {
    for (const key of keptKeys) state.kept[key] = kept(own(key))
    state.trail = JSON.parse(kept(own('trail')) || '[]')
    return state
  }
  const open = (by?: HTMLElement) => {
    opener = by || opener
    if (by) add(buttonCodes(by))
    const url = `${origin}/widget/frame?site=${encodeURIComponent(core.site)}`
    frame = frame || makePanelFrame({ origin, url, title: wordsFor(locale).title, greeting, receive, failed })
    turn(true)
    if (by) frame.focus()
  }

  const perform = guard(([name, argument]: BeckonCall) => {
    if (name === 'open') open(argument as HTMLElement | undefined)
    if (name === 'close') close()
    if (name === 'identify') state.identity = String(argument)
    if (name === 'logout') state.identity = ''
    if (name === 'setContext') {
      const facts = Object.entries(argument as object).map(([key, value]) => [`context-${key}`, String(value)] as const)
      add(readCodes(facts, 'page'))
    }
    if (frame) frame.tell(state)
  })

  add(buttonCodes(core.script))
  add(readCodes(new URLSearchParams(location.search), 'url'))
  const waiting = core.calls as BeckonCall[]
  core.calls = { push: perform }
  waiting.forEach(perform)
}
