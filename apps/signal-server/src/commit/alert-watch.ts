import type { SiteId } from '@beckon/shared/model/ids'
import type { SiteRules } from '../domain/rules/site-rules.ts'
import type { SiteState } from '../domain/site-state.ts'
import { nextAlertChange, queueAlerts } from '../domain/views/queue-alerts.ts'

interface Watched<Watcher> {
  watchers: Set<Watcher>
  /** Rows have changed since the last look. */
  changed: boolean
  /** By these rules a queue opens or closes next at that instant. */
  rules: SiteRules | undefined
  nextChange: number
  /** As they were told last. */
  told: string
}

/**
 * Who is to be told of queues without anybody. A site is looked at only while somebody watches, and then only after its
 * rows have changed or a queue has opened or closed [QU14].
 */
export class AlertWatch<Watcher> {
  readonly #sites = new Map<SiteId, Watched<Watcher>>()
  readonly #look: typeof queueAlerts

  constructor(look = queueAlerts) {
    this.#look = look
  }

  watch(siteId: SiteId, watcher: Watcher): void {
    const known = this.#sites.get(siteId)
    if (known) known.watchers.add(watcher)
    else {
      const watchers = new Set([watcher])
      this.#sites.set(siteId, { watchers, changed: true, rules: undefined, nextChange: 0, told: '' })
    }
  }

  leave(siteId: SiteId, watcher: Watcher): void {
    const known = this.#sites.get(siteId)
    known?.watchers.delete(watcher)
    if (known?.watchers.size === 0) this.#sites.delete(siteId)
  }

  changed(siteId: SiteId): void {
    const known = this.#sites.get(siteId)
    if (known) known.changed = true
  }

  /** Sites whose alerts may be others than those told. */
  due(now: number): SiteId[] {
    const due: SiteId[] = []
    for (const [siteId, { changed, nextChange }] of this.#sites) if (changed || nextChange <= now) due.push(siteId)
    return due
  }

  /** Looks, where there is anything to look at; returns who is to be told, which is nobody when nothing is different. */
  look(state: SiteState, now: number): Iterable<Watcher> {
    const known = this.#sites.get(state.site.id)
    if (!known || !(known.changed || known.nextChange <= now)) return []
    known.changed = false
    if (known.rules !== state.rules || known.nextChange <= now) {
      known.rules = state.rules
      known.nextChange = nextAlertChange(state, now) ?? Number.POSITIVE_INFINITY
    }
    const alerts = JSON.stringify(this.#look(state, now))
    if (alerts === known.told) return []
    known.told = alerts
    return known.watchers
  }
}
