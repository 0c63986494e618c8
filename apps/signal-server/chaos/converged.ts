import type { CustomerId, SiteId, AgentId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import { loadSite } from '../src/commit/site-memory.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import { waits } from '../src/domain/defaults.ts'
import { agentView } from '../src/domain/views/agent-view.ts'
import { customerView } from '../src/domain/views/customer-view.ts'
import { readCustomers } from '../src/stores/site-rows.ts'
import { canonical } from './checker/canonical.ts'
import type { View } from './page.ts'
import { waits as shortWaits } from './short-waits.ts'

// A view tells what was missed by how long it was passed by for: what the nodes wait is what their rows are read with.
Object.assign(waits, shortWaits)

interface Shown {
  person: string
  view(): View | undefined
  status(): string
}

/** Pages that show something else than the committed rows say, as made from the rows at this moment. */
export async function staleViews(db: pg.Pool, siteId: string, pages: readonly Shown[]): Promise<string[]> {
  const state = await loadSite(db, siteId as SiteId)
  if (!state) return [`there is no site ${siteId}`]
  const stale: string[] = []
  for (const { person, view, status } of pages) {
    const shown = view()
    const truth = await viewOf(db, state, person, shown?.now ?? 0)
    if (content(shown) === content(truth)) continue
    stale.push(
      `${person} (${status()}) sees ${content(shown)} of version ${shown?.version}, the rows say ${content(truth)} at ${state.version}`,
    )
  }
  return stale
}

/** `now`: of the view it is held against, since a priority moves with time. */
async function viewOf(db: pg.Pool, state: SiteState, person: string, now: number): Promise<View | undefined> {
  if (state.agents.has(person)) return agentView(state, person as AgentId, now)
  const [customer] = await readCustomers(db, state.site.id, [person as CustomerId])
  return customer && customerView(state, customer, now)
}

/** A view without what differs from telling to telling, and what the gateway adds: a call's servers. */
function content(view: View | undefined): string {
  if (!view) return 'nothing'
  const { version: _version, now: _now, ...rest } = withoutServers(view)
  if (!('offers' in rest)) return canonical(rest)
  return canonical({ ...rest, offers: [...rest.offers].sort((a, b) => (a.id < b.id ? -1 : 1)) })
}

const withoutServers = (view: View): View =>
  JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'servers' ? undefined : value))) as View
