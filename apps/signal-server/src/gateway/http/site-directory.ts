import type pg from 'pg'
import type { Clock } from '../../runtime/clock.ts'
import { readSiteSettings, type SiteSettings } from '../../stores/read-site-settings.ts'

export interface SiteDirectory {
  /** Settings by key, at most 5 s old; undefined for an unknown key. */
  find(key: string): Promise<SiteSettings | undefined>
}

const KEPT_MS = 5_000
/** Unknown keys are remembered too; more than this many are somebody's guesses. */
const MOST_KEYS = 1_000

/** The status request comes with every page view of every host page: it must not cost a query each. */
export function createSiteDirectory(db: pg.Pool, clock: Clock): SiteDirectory {
  const known = new Map<string, { readAt: number; settings: Promise<SiteSettings | undefined> }>()
  const read = (key: string, now: number) => {
    if (known.size >= MOST_KEYS) known.clear()
    const settings = readSiteSettings(db, key)
    known.set(key, { readAt: now, settings })
    settings.catch(() => known.delete(key))
    return settings
  }
  return {
    find: (key) => {
      const now = clock.now()
      const found = known.get(key)
      return found && now - found.readAt < KEPT_MS ? found.settings : read(key, now)
    },
  }
}
