import type { StatusResponse } from '@beckon/shared/protocol/http'
import type { BeckonCall, BeckonFunction, Core, Listener } from './core.ts'
import { guard, report } from './guard.ts'
import { makeLauncher, sayOnButtons } from './launcher.ts'
import { recordPage } from './page-trail.ts'
import { wordsFor } from './words.ts'

/** Where the panel script is, relative to our server; the build writes it. */
declare const __PANEL_URL__: string

/** `script` names the site and the server it came from. */
export function startLoader(script: HTMLScriptElement): void {
  const words = wordsFor(document.documentElement.lang)
  const waiting: BeckonCall[] = []
  const launcher = makeLauncher(words.title, script.dataset.accent)
  const { origin } = new URL(script.src)
  const fail = (reason: unknown) => {
    report(reason)
    sayOnButtons(words.down)
  }
  const core: Core = { site: '', script, launcher, listeners: new Set(), calls: waiting, fail }
  let panel: HTMLScriptElement | undefined

  /** The panel script comes with the first wish to see the panel. */
  function load(): void {
    if (panel) return
    const made = (panel = document.createElement('script'))
    made.src = origin + __PANEL_URL__
    made.nonce = script.nonce
    made.onerror = () => {
      fail(made.src)
      panel = undefined
    }
    document.body.appendChild(made)
  }

  function begin(site?: string): void {
    if (core.site || !site) return
    core.site = site
    if (script.dataset.launcher !== 'off') document.body.appendChild(launcher)
    const { subject } = (document.querySelector<HTMLElement>('[data-subject]') || script).dataset
    fetch(`${origin}/widget/status?site=${site}` + (subject ? '&subject=' + subject : ''))
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then((status: StatusResponse) => sayOnButtons(words[status.channels.chat]))
      .catch((why) => fail(`${why}: key, origin or CSP?`))
    guard(recordPage)(`beckon.${site}.trail`)
    if (/beckon=open/.test(location.search) || sessionStorage[`beckon.${site}.open`]) beckon('open')
  }

  const beckon: BeckonFunction = guard((name, ...rest) => {
    if (name === 'init') begin((rest[0] as { site: string }).site)
    else if (name === 'show') launcher.hidden = false
    else if (name === 'hide') launcher.hidden = true
    else if (name === 'on') {
      const entry = rest as unknown as [string, Listener]
      core.listeners.add(entry)
      return () => core.listeners.delete(entry)
    } else if (/^(open|close|identify|logout|setContext)$/.test(name as string)) {
      core.calls.push([name as string, ...rest])
      if (name === 'open') load()
    } else {
      const refused = Promise.reject(Error('not-available'))
      // Handled here, so that a caller who does not listen sees no error on the page.
      refused.catch(report)
      return refused
    }
  })
  beckon.core = core

  const whenThere = guard(() => {
    const stub = window.Beckon && window.Beckon.q
    window.Beckon = beckon
    begin(script.dataset.site)
    if (stub) for (const call of stub as unknown[][]) beckon(...call)
  })
  const clicked = guard((event: Event) => {
    const button = (event.target as Element).closest('[data-beckon]')
    if (button) {
      event.preventDefault()
      beckon('open', button)
    }
  })
  document.addEventListener('click', clicked)
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenThere)
  else whenThere()
}
