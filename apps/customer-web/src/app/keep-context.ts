import type { ContextBag, ContextItem } from '@beckon/shared/model/context'
import { maxContextItems } from '@beckon/shared/rules/context-limits'
import type { CustomerConnection } from '../realtime/session-store.ts'
import { currentBag, usePreview } from '../features/context-preview/preview-store.ts'
import type { PreviewKey } from '../features/context-preview/preview-items.ts'
import { keepInHost, useHost } from '../realtime/host-store.ts'
import { useLive } from '../realtime/live-store.ts'

/** A page that changes several things at once is told of once. */
const pauseMs = 1_000

/** What this page told the server last, '' for nothing; undefined: this tab asked for nothing, and tells nothing. */
let told: string | undefined

/** What this page said and no longer says is taken back; what the page before said, stays. */
function takenBack({ items }: ContextBag): ContextItem[] {
  const before: ContextBag | undefined = told ? JSON.parse(told) : undefined
  const gone = before?.items.filter(({ key }) => items.every((item) => item.key !== key)) ?? []
  return gone.map((item) => ({ ...item, value: '' }))
}

/** From now on this tab's page is the contact's context, without what the customer took out. */
export function contextSent(): void {
  told = JSON.stringify(currentBag())
  keepInHost('talk', JSON.stringify([...usePreview.getState().removed]))
}

/** After a reload, or on the next page: what the customer took out stays out. */
function restore(): void {
  const { talk } = useHost.getState().state.kept
  if (!talk) return
  try {
    const removed: unknown = JSON.parse(talk)
    if (!Array.isArray(removed)) return
    usePreview.setState({ removed: new Set(removed as PreviewKey[]) })
    told = ''
  } catch {
    // Another script of the host page wrote over it: then nothing more is told.
  }
}

/** While a contact that began in this tab is open, its agent sees what the page says now. Returns the end of it. */
export function keepContext(connection: CustomerConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    const bag = currentBag()
    const now = JSON.stringify(bag)
    const open = connection.view()?.interactions ?? []
    if (told === undefined || now === told || open.length === 0) return
    const items = [...bag.items, ...takenBack(bag)].slice(0, maxContextItems)
    told = now
    for (const { id: interactionId } of open) {
      void connection.send('context:update', { interactionId, bag: { ...bag, items } })
    }
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(send, pauseMs)
  }
  const ended = () => {
    if (told === undefined || connection.view()?.interactions.length !== 0) return
    told = undefined
    keepInHost('talk', null)
  }
  restore()
  const stops = [
    useHost.subscribe(later),
    usePreview.subscribe(later),
    useLive.subscribe((now, before) => {
      if (now.view === before.view) return
      ended()
      if (before.view === undefined) later()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
