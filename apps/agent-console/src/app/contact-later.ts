import { lazy } from 'react'

/** What nobody needs before there is a contact, in one file: fetched while the agent waits, or with the first contact. */
export const loadContactParts = () => import('./contact-parts.ts')

export const HistoryList = lazy(async () => ({ default: (await loadContactParts()).HistoryList }))
export const ContactSide = lazy(async () => ({ default: (await loadContactParts()).ContactSide }))
export const WorkDesk = lazy(async () => ({ default: (await loadContactParts()).WorkDesk }))
