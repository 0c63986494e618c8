import type { StatusResponse } from '@beckon/shared/protocol/http'
import { useEffect, useState } from 'react'
import { useHost } from '../../realtime/host-store.ts'
import { requestJson } from '../../realtime/request-json.ts'

/** The server keeps its answer for 10 s: to ask more often tells nothing new. */
const refreshMs = 10_000

export type CentreStatus = Omit<StatusResponse, 'title' | 'word'>

/** The centre's state as of at most some seconds ago; first what the page knew; undefined when no answer comes. */
export function useStatus(
  site: string | undefined,
  subject: string | undefined,
  shown: boolean,
  /** Once it is known who asks: not everybody is offered the same ways to talk. */
  asker: { token: string | null } | undefined,
  /** What is known besides, as it would be sent along; another function when it should be asked anew. */
  codes: () => Record<string, string>,
): CentreStatus | undefined {
  const [status, setStatus] = useState<CentreStatus | undefined>(() => useHost.getState().state.status)
  useEffect(() => {
    if (!shown || site === undefined || asker === undefined) return
    let current = true
    const ask = () => {
      const { state, link } = useHost.getState()
      const query = new URLSearchParams({
        ...codes(),
        site,
        lang: state.locale,
        ...(subject === undefined ? {} : { subject }),
      })
      requestJson<StatusResponse>(`/widget/status?${query}`, asker).then(
        (fresh) => {
          if (!current) return
          setStatus(fresh)
          // The page around us learns no more of what this customer is told [QU13, QU15].
          link.tell({ type: 'word', word: fresh.word })
        },
        // Unknown is what the screen then says; the connection's own banner tells of a lost line.
        () => current && setStatus(undefined),
      )
    }
    ask()
    const timer = setInterval(ask, refreshMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [site, subject, shown, asker, codes])
  return status
}
