/** Makes texts that are never made twice and that name their site, so that a leak is seen. */
export interface Words {
  /** In every text of this site and in none of another. */
  canary: string
  next(kind: string): string
}

export function createWords(canary: string): Words {
  let count = 0
  return { canary, next: (kind) => `${canary} ${kind} ${++count}` }
}
