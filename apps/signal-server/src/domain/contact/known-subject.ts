import type { SiteState } from '../site-state.ts'

/** The subject a contact gets: one of the site, or its default, so that a stale button still works. */
export function knownSubject(state: SiteState, key: string | undefined): string {
  const asked = key === undefined ? undefined : state.subjects.get(key)
  if (asked && (asked.archivedAt ?? null) === null) return asked.key
  for (const subject of state.subjects.values()) if (subject.isDefault) return subject.key
  return ''
}
