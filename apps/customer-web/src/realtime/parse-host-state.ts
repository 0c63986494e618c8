import type { ContextItem, TrailEntry } from '@beckon/shared/model/context'
import type { HostState, KeptKey } from '../loader/messages.ts'

const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
const text = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const whole = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0

const sources: readonly ContextItem['source'][] = ['button', 'url', 'page']

function parseItem(value: unknown): ContextItem | undefined {
  const given = record(value)
  const key = text(given?.['key'], 64).trim()
  const source = sources.find((one) => one === given?.['source'])
  return key === '' || source === undefined ? undefined : { key, value: text(given?.['value'], 512), source }
}

function parseTrailEntry(value: unknown): TrailEntry | undefined {
  const given = record(value)
  const url = text(given?.['url'], 512)
  if (url === '') return undefined
  const { title, enteredAt, dwellMs } = given ?? {}
  const event = text(given?.['event'], 64).trim()
  const page = { url, title: text(title, 200), enteredAt: whole(enteredAt), dwellMs: whole(dwellMs) }
  return event === '' ? page : { ...page, event }
}

const wishes = ['prefill', 'chat', 'voice'] as const

function parseWish(value: unknown): Pick<HostState, 'wish'> {
  const given = record(value)
  const act = wishes.find((one) => one === given?.['do'])
  return act === undefined ? {} : { wish: { id: whole(given?.['id']), do: act, text: text(given?.['text'], 4_000) } }
}

const words = ['free', 'queue', 'closed'] as const

function parseStatus(value: unknown): Pick<HostState, 'status'> {
  const given = record(value)
  const channels = record(given?.['channels'])
  if (!channels) return {}
  const wordOf = (one: 'chat' | 'voice') => {
    const word = words.find((each) => each === channels[one])
    return word && { [one]: word }
  }
  const { agentsAvailable, waiting } = given ?? {}
  return {
    status: {
      channels: { ...wordOf('chat'), ...wordOf('voice') },
      agentsAvailable: whole(agentsAvailable),
      waiting: whole(waiting),
    },
  }
}

const keptKeys: readonly KeptKey[] = ['token', 'outbox', 'draft', 'call', 'talk', 'survey', 'files']

const present = <T>(value: T | undefined): value is T => value !== undefined

/**
 * The host page is not ours: what it says is cut to the wire's limits, or undefined when it is not our loader's
 * message at all.
 */
export function parseHostState(value: unknown): HostState | undefined {
  const given = record(value)
  if (given?.['beckon'] !== 1 || typeof given['site'] !== 'string') return undefined
  const kept = record(given['kept']) ?? {}
  const keptText = (key: KeptKey) => (typeof kept[key] === 'string' ? kept[key] : null)
  const state: HostState = {
    beckon: 1,
    site: text(given['site'], 64),
    subject: text(given['subject'], 64).toLowerCase(),
    items: list(given['items']).map(parseItem).filter(present).slice(0, 24),
    trail: list(given['trail']).map(parseTrailEntry).filter(present).slice(-20),
    locale: text(given['locale'], 35),
    open: given['open'] === true,
    kept: Object.fromEntries(keptKeys.map((key) => [key, keptText(key)])),
    theme: record(given['theme']) ?? {},
    ...parseWish(given['wish']),
    ...parseStatus(given['status']),
  }
  return typeof given['identity'] === 'string' ? { ...state, identity: text(given['identity'], 4_000) } : state
}
