import type { ContextItem, TrailEntry } from '@beckon/shared/model/context'
import type { HostState } from '../loader/messages.ts'

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
  return { url, title: text(title, 200), enteredAt: whole(enteredAt), dwellMs: whole(dwellMs) }
}

const present = <T>(value: T | undefined): value is T => value !== undefined

/**
 * The host page is not ours: what it says is cut to the wire's limits, or undefined when it is not our loader's
 * message at all.
 */
export function parseHostState(value: unknown): HostState | undefined {
  const given = record(value)
  if (given?.['beckon'] !== 1 || typeof given['site'] !== 'string') return undefined
  const kept = record(given['kept']) ?? {}
  const keptText = (key: string) => (typeof kept[key] === 'string' ? kept[key] : null)
  const state: HostState = {
    beckon: 1,
    site: text(given['site'], 64),
    subject: text(given['subject'], 64).toLowerCase(),
    items: list(given['items']).map(parseItem).filter(present).slice(0, 24),
    trail: list(given['trail']).map(parseTrailEntry).filter(present).slice(-20),
    locale: text(given['locale'], 35),
    open: given['open'] === true,
    kept: { token: keptText('token'), outbox: keptText('outbox'), draft: keptText('draft'), call: keptText('call') },
  }
  return typeof given['identity'] === 'string' ? { ...state, identity: text(given['identity'], 4_000) } : state
}
