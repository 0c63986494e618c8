import type { ContextItem } from '@beckon/shared/model/context'

export interface Codes {
  subject: string
  items: ContextItem[]
}

type Source = ContextItem['source']

/** `named` yields `subject`, `whisper` and `context-*`; the rest of the page's attributes or parameters is not ours. */
export function readCodes(named: Iterable<readonly [string, string]>, source: Source): Codes {
  const codes: Codes = { subject: '', items: [] }
  for (const [name, value] of named) {
    if (name === 'subject') codes.subject = value
    const key = name === 'whisper' ? name : /^context-(.+)/.test(name) && name.slice(8)
    if (key) codes.items[codes.items.length] = { key, value: value.slice(0, 512), source }
  }
  return codes
}

/** The codes of a button or of the script tag: its `data-*` attributes. */
export const buttonCodes = (element: Element): Codes =>
  readCodes(
    Array.from(element.attributes, (a) => [a.name.slice(5), a.value] as const),
    'button',
  )

/** Later items win over earlier ones of the same key. */
export function mergeItems(older: ContextItem[], newer: ContextItem[]): ContextItem[] {
  const byKey = new Map<string, ContextItem>()
  for (const items of [older, newer]) {
    for (const item of items) {
      byKey.delete(item.key)
      byKey.set(item.key, item)
    }
  }
  return [...byKey.values()]
}
