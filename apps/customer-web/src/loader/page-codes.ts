import type { ContextItem } from '@beckon/shared/model/context'

export interface Codes {
  subject: string
  items: ContextItem[]
}

type Source = ContextItem['source']

/** `named` yields `subject`, `whisper`, `agent` and `context-*`; the rest of the page's attributes or parameters is not ours. */
export function readCodes(named: Iterable<readonly [string, string]>, source: Source): Codes {
  const codes: Codes = { subject: '', items: [] }
  for (const [name, value] of named) {
    if (name === 'subject') codes.subject = value
    const key = name === 'whisper' || name === 'agent' ? name : /^context-(.+)/.test(name) && name.slice(8)
    if (key) codes.items[codes.items.length] = { key, value: value.slice(0, 512), source }
  }
  return codes
}

function* dataOf(element: Element) {
  for (const { name, value } of element.attributes) yield [name.slice(5), value] as const
}

/** The codes of a button or of the script tag: its `data-*` attributes. */
export const buttonCodes = (element: Element): Codes => readCodes(dataOf(element), 'button')

/** A newer item stands at the end, in place of an older one of its key. */
export function mergeItems(older: ContextItem[], newer: ContextItem[]): ContextItem[] {
  const merged = [...older]
  for (const item of newer) {
    let others = 0
    for (const other of merged) if (other.key !== item.key) merged[others++] = other
    merged.length = others
    merged[others] = item
  }
  return merged
}
