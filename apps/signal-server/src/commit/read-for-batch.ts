import type { CustomerId } from '@beckon/shared/model/ids'
import type { PayloadOf, SiteCommand } from '../domain/site-command.ts'
import type { SiteState } from '../domain/site-state.ts'
import { readSilences } from '../stores/read-silences.ts'
import type { CommitDeps } from './deps.ts'
import type { Waiting } from './first-replies.ts'
import { bringCustomers } from './site-memory.ts'

type Deps = Pick<CommitDeps, 'db' | 'clock'>

/** A node remembers nobody who wants nothing: who asks now, and who they turn out to be, is fetched. */
export async function bringThoseWhoAsk({ db }: Deps, state: SiteState, batch: readonly Waiting[]): Promise<void> {
  const ids = new Set(batch.flatMap(({ command }) => customersOf(command)))
  if (ids.size > 0) await bringCustomers(db, state, ids)
}

function customersOf(command: SiteCommand): CustomerId[] {
  if (command.by?.kind !== 'customer') return []
  const { customerId } = command.by
  if (command.name === 'contact:request') return [customerId]
  if (command.name !== 'customer:identify') return []
  const { knownAs } = command.payload as PayloadOf<'customer:identify'>
  return knownAs === null ? [customerId] : [customerId, knownAs]
}

/** Entries are no site rows: what a deadline asks of them is read before it is settled. */
export async function silencesOf(
  { db, clock }: Deps,
  state: SiteState,
  batch: readonly Waiting[],
): Promise<Map<string, number | null>> {
  if (!batch.some(({ command }) => command.name === 'clock:tick')) return new Map()
  const due = state.due.silences(clock.now())
  if (due.length === 0) return new Map()
  return readSilences(
    db,
    due.map(({ id }) => id),
  )
}
