const columns = new Map<string, string>()
const keys = new Map<string, string>()

function column(key: string): string {
  const known = columns.get(key)
  if (known !== undefined) return known
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(key, name)
  return name
}

function key(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
  keys.set(name, made)
  return made
}

const renamed = (row: object, rename: (name: string) => string): Record<string, unknown> => {
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) copy[rename(name)] = value
  return copy
}

/** `ownerId` → `owner_id`, top level only: what a value holds is its own. */
export const toColumns = (row: object): Record<string, unknown> => renamed(row, column)

/** `owner_id` → `ownerId`, top level only. */
export const fromColumns = (row: object): Record<string, unknown> => renamed(row, key)

export const columnName = column
export const keyName = key
