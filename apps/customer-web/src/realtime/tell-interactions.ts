import { useHost } from './host-store.ts'
import { useLive } from './live-store.ts'

/** The host page may know what is open; ids, names and words stay here. */
export function tellInteractions(): void {
  let told = '[]'
  useLive.subscribe(({ view }) => {
    const interactions = (view?.interactions ?? []).map(({ channel, status, subject, reference }) => ({
      channel,
      status,
      subject,
      reference,
    }))
    const now = JSON.stringify(interactions)
    if (now === told) return
    told = now
    useHost.getState().link.tell({ type: 'interactions', interactions })
  })
}
