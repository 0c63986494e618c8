import type { SiteId } from '@beckon/shared/model/ids'

export interface SiteInfo {
  id: SiteId
  key: string
  name: string
  madeAt: number
  /** When administrators last set something of it. */
  configuredAt: number
}

export interface SubjectRow {
  key: string
  name: string
  skill: string | null
  isDefault: boolean
  /** No longer offered; what is open goes on. */
  archivedAt?: number | null
}

/** How a contact may be said to have ended, why an offer may be declined and an agent be unavailable; those put away are not among them. */
export interface ChoiceRow {
  kind: 'disposition' | 'decline-reason' | 'presence-reason'
  key: string
}

/** What administrators list for a site and its commands name. */
export interface SiteLists {
  subjects: readonly SubjectRow[]
  choices: readonly ChoiceRow[]
}
