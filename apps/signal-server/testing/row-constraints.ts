import { isDeepStrictEqual } from 'node:util'
import type { CallRow, InteractionRow, OfferRow, Rows, Table } from '../src/domain/rows.ts'

export interface Stored<Row> {
  row: Row
  version: number
}
export type Tables = { [T in Table]: Map<string, Stored<Rows[T]>> }

/** The database refuses these rows: nothing of the batch is written. */
export class RowRefused extends Error {}

const nonNulls = (...values: unknown[]): number => values.filter((value) => value !== null).length

function must(holds: boolean, constraint: string): void {
  if (!holds) throw new RowRefused(constraint)
}

const values = <Row>(table: Map<string, Stored<Row>>): Row[] => [...table.values()].map((stored) => stored.row)

const isOpen = (row: InteractionRow): boolean => row.status !== 'wrap-up' && row.status !== 'closed'

/** The checks, unique indexes and references of the migration, row by row as PostgreSQL meets them. */
export function checkRow<T extends Table>(tables: Tables, table: T, row: Rows[T]): void {
  const checks: { [K in Table]?: (tables: Tables, row: Rows[K]) => void } = {
    interactions: checkInteraction,
    offers: checkOffer,
    calls: checkCall,
    tabs: (_tables, tab) => must(nonNulls(tab.agentId, tab.customerId) === 1, 'a tab has one person'),
    customers: ({ customers }, { id, externalId }) =>
      must(
        externalId === null || values(customers).every((other) => other.id === id || other.externalId !== externalId),
        'customers (site_id, external_id)',
      ),
    presences: ({ presences }, { id, agentId, channel, deviceId, removedAt }) => {
      must(deviceId === null || channel === 'voice', 'only a voice is of a device')
      const twins = values(presences).filter(
        (other) =>
          other.agentId === agentId &&
          other.channel === channel &&
          other.deviceId === deviceId &&
          other.removedAt === null,
      )
      must(removedAt !== null || twins.every((other) => other.id === id), 'presences_one')
    },
  }
  checks[table]?.(tables, row)
}

function checkInteraction({ interactions, dialogues, customers, dataSessions }: Tables, row: InteractionRow): void {
  must(nonNulls(row.offerId, row.ownerId) <= 1, 'an offer or an owner')
  must((row.status === 'offered') === (row.offerId !== null), 'offered means an offer')
  must((row.status !== 'assigned' && row.status !== 'wrap-up') || row.ownerId !== null, 'an owner')
  must((row.status === 'closed') === (row.closedAt !== null), 'closed has an instant')
  must((row.channel === 'task') === (row.task !== null), 'a task has one')
  must((row.status === 'parked') === (row.parkedUntil !== null), 'parked until an instant')
  const { customerId, dialogueId, dataSessionId } = row
  must((row.task === null) === (nonNulls(customerId, dialogueId, dataSessionId) === 3), 'a contact has a customer')
  must(dialogueId === null || dialogues.has(dialogueId), 'interactions reference a dialogue')
  must(customerId === null || customers.has(customerId), 'interactions reference a customer')
  must(dataSessionId === null || dataSessions.has(dataSessionId), 'interactions reference a data session')
  const twins = values(interactions).filter(
    (other) =>
      row.customerId !== null && other.customerId === row.customerId && other.channel === row.channel && isOpen(other),
  )
  must(!isOpen(row) || twins.length <= 1, 'interactions_one_open')
}

function checkOffer({ offers, interactions }: Tables, row: OfferRow): void {
  must(interactions.has(row.interactionId), 'offers reference')
  const live = values(offers).filter((o) => o.interactionId === row.interactionId && o.status === 'pending')
  must(live.length <= 1, 'offers_one_live')
}

function checkCall({ calls, interactions }: Tables, row: CallRow): void {
  must(interactions.has(row.interactionId), 'calls reference')
  const live = values(calls).filter((call) => call.interactionId === row.interactionId && call.state !== 'ended')
  must(live.length <= 1, 'calls_one_live')
}

/**
 * Columns that commit_site writes once. A tab's `openedAt` and a dialogue's `startedAt` are such, too: of these the
 * database keeps the first instant whatever the domain says, and nothing decides by them.
 */
const writtenOnce: { [T in Table]: readonly (keyof Rows[T])[] } = {
  settings: [],
  paces: ['queue', 'channel'],
  customers: ['createdAt'],
  agents: ['userId'],
  presences: ['agentId', 'channel'],
  tabs: [],
  dialogues: [],
  dataSessions: [],
  interactions: [
    'dataSessionId',
    'parentId',
    'reference',
    'subject',
    'queue',
    'plan',
    'value',
    'agreementAt',
    'enqueuedAt',
    'conversationId',
    'deskId',
    'task',
  ],
  offers: ['interactionId', 'agentId', 'channel', 'madeAt', 'expiresAt'],
  calls: ['interactionId', 'streamId', 'startedAt'],
}

/** What commit_site would silently leave as it was is an error here: the domain never asks for it. */
export function checkUpdate<T extends Table>(table: T, before: Rows[T] | undefined, after: Rows[T]): void {
  if (!before) return
  for (const column of writtenOnce[table]) {
    if (!isDeepStrictEqual(before[column], after[column])) throw new Error(`${table}.${String(column)} changed`)
  }
  if (table === 'interactions') checkInteractionUpdate(before as InteractionRow, after as InteractionRow)
  if (table === 'offers' && (before as OfferRow).status !== 'pending') throw new Error('an ended offer changed')
  if (table === 'calls' && (before as CallRow).state === 'ended') throw new Error('an ended call changed')
}

function checkInteractionUpdate(before: InteractionRow, after: InteractionRow): void {
  if (before.status === 'closed') throw new Error('a closed interaction changed')
  if (after.fence < before.fence) throw new Error('the fence fell')
  if (after.ownerId !== before.ownerId && after.fence === before.fence) throw new Error('another owner, the same fence')
}
