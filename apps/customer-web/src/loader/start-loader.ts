import type { StatusResponse } from '@beckon/shared/protocol/http'
import type { BeckonCall, BeckonFunction, Core, Listener } from './core.ts'
import { guard, report } from './guard.ts'
import { makeLauncher, sayOnButtons } from './launcher.ts'
import { track } from './page-trail.ts'

/** Where the panel script is, relative to our server; the build writes it. */
declare const __PANEL_URL__: string

/** `script` names the site and the server it came from. */
export function startLoader(script: HTMLScriptElement): void {
  const launcher = makeLauncher(script.dataset)
  const { origin } = new URL(script.src)
  let panel: HTMLScriptElement | undefined
  const core: Core = {
    site: '',
    script,
    launcher,
    state: { open: false, unread: 0, interactions: [] },
    listeners: [],
    calls: [],
    take(call) {
      core.calls = [...core.calls, call]
    },
    fail(reason: unknown) {
      report(reason)
      sayOnButtons('○ Not available')
    },
  }

  /**
   * The panel script and the frame come side by side, with the first wish to see the panel, or what looks like one: a
   * mouse that comes near a button, a finger that goes down on it.
   */
  const load = guard(() => {
    if (panel || !core.site) return
    const frame = (core.frame = document.createElement('iframe'))
    frame.allow = 'microphone;autoplay;clipboard-write;geolocation'
    frame.style.display = 'none'
    frame.src = `${origin}/widget/frame?site=` + core.site
    panel = document.createElement('script')
    panel.src = origin + __PANEL_URL__
    panel.nonce = script.nonce
    panel.onerror = () => {
      core.fail(origin)
      frame.remove()
      panel = undefined
    }
    document.body.append(panel, frame)
  })

  /** What the buttons say: whether somebody is there. */
  async function ask(): Promise<void> {
    try {
      const { subject } = (document.querySelector<HTMLElement>('[data-subject]') || script).dataset
      const response = await fetch(
        `${origin}/widget/status?site=${core.site}&lang=${document.documentElement.lang}` +
          (subject ? '&subject=' + subject : ''),
      )
      if (!response.ok) throw response.status
      const status: StatusResponse = (core.state.status = await response.json())
      launcher.textContent = status.title
      sayOnButtons(status.word, load)
    } catch (why) {
      core.fail(`${why as string}: key, origin or CSP?`)
    }
  }

  function begin(site?: string): void {
    if (core.site || !site) return
    core.site = site
    if (script.dataset.launcher !== 'off') document.body.append(launcher)
    void ask()
    beckon('trackPage')
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener('currententrychange', () => beckon('trackPage'))
    if (/beckon=open/.test(location.search) || sessionStorage[`beckon.${site}.open`]) beckon('open')
  }

  const beckon: BeckonFunction = guard((...call) => {
    const [name, first, second] = call as [string, never, never]
    if (name === 'get') return core.state
    if (name === 'on') {
      const entry: [string, Listener] = [first, second]
      core.listeners = [...core.listeners, entry]
      return () => {
        entry[0] = ''
      }
    }
    if (name === 'init') begin((first as { site: string }).site)
    if (name === 'hide' || name === 'show') launcher.hidden = name === 'hide'
    if (name === 'trackPage') guard(track)(core.site, first)
    if (name === 'trackEvent') guard(track)(core.site, second, first)
    core.take(call as unknown as BeckonCall)
    if (/^(open$|to|st)/.test(name)) load()
    if (/equest/.test(name)) return Promise.resolve({ ok: false, error: { code: 'not-available' } })
  })
  beckon.core = core

  const whenThere = guard(() => {
    const stub = window.Beckon?.q as unknown[][] | undefined
    window.Beckon = beckon
    guard(begin)(script.dataset.site)
    for (const call of stub || []) beckon(...call)
  })
  document.addEventListener(
    'click',
    guard((event: Event) => {
      const button = (event.target as Element).closest('[data-beckon]')
      if (button) {
        event.preventDefault()
        beckon('open', button)
      }
    }),
  )
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenThere)
  else whenThere()
}
