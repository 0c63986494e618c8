import { type ComponentType, useEffect, useState } from 'react'
import { create } from 'zustand'
import { Skeleton } from './skeleton.tsx'

type ContactParts = typeof import('./contact-parts.ts')

const useParts = create<{ parts: ContactParts | undefined }>()(() => ({ parts: undefined }))
let loading: Promise<void> | undefined

/** What nobody needs before there is a contact, in one file: fetched while the agent waits, or with the first contact. */
export function loadContactParts(): Promise<void> {
  loading ??= import('./contact-parts.ts').then(
    (parts) => useParts.setState({ parts }),
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/**
 * Draws a part as soon as it is there. `Suspense` would show what comes in place of a skeleton 300 ms after the skeleton
 * at the earliest, to spare the eye; here an agent waits.
 */
function later<Props extends object>(pick: (parts: ContactParts) => ComponentType<Props>): ComponentType<Props> {
  return function Later(props: Props) {
    const parts = useParts((s) => s.parts)
    const [failure, setFailure] = useState<{ error: unknown }>()
    useEffect(() => {
      loadContactParts().catch((error: unknown) => setFailure({ error }))
    }, [])
    // The boundary around says so.
    if (failure !== undefined) throw failure.error
    if (parts === undefined) return <Skeleton />
    const Part = pick(parts)
    return <Part {...props} />
  }
}

export const HistoryList = later((parts) => parts.HistoryList)
export const ContactSide = later((parts) => parts.ContactSide)
export const WorkDesk = later((parts) => parts.WorkDesk)
