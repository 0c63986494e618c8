import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Clock } from '../../runtime/clock.ts'
import { readSiteSettings, type SiteSettings } from '../../stores/read-site-settings.ts'

export interface SiteDirectory {
  /** Settings by key, at most 5 s old; undefined for an unknown key. */
  find(key: string): Promise<SiteSettings | undefined>
  /** Administrators have set something else for this site; null: perhaps for any. */
  forget(siteId: SiteId | null): void
}

const KEPT_MS = 5_000
/** Unknown keys are remembered too; more than this many are somebody's guesses. */
const MOST_KEYS = 1_000

/** The status request comes with every page view of every host page: it must not cost a query each. */
export function createSiteDirectory(db: pg.Pool, clock: Clock): SiteDirectory {
  const known = new Map<string, { readAt: number; settings: Promise<SiteSettings | undefined>; id?: SiteId }>()
  const read = (key: string, now: number) => {
    if (known.size >= MOST_KEYS) known.clear()
    const settings = readSiteSettings(db, key)
    const kept: { readAt: number; settings: typeof settings; id?: SiteId } = { readAt: now, settings }
    known.set(key, kept)
    settings.then(
      (found) => {
        if (found) kept.id = found.id
      },
      () => known.delete(key),
    )
    return settings
  }
  return {
    forget: (siteId) => {
      // One that is being read now may have been read before the change.
      for (const [key, { id }] of known) if (siteId === null || id === undefined || id === siteId) known.delete(key)
    },
    find: (key) => {
      const now = clock.now()
      const found = known.get(key)
      return found && now - found.readAt < KEPT_MS ? found.settings : read(key, now)
    },
  }
}
