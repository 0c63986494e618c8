import { contactPage } from '@beckon/shared/rules/contact-page'
import { useEffect, useMemo } from 'react'
import { Closing } from '../features/closing/closing.tsx'
import { type Closed, whatWasDone } from '../features/closing/what-was-done.ts'
import { SaveTranscript } from '../features/history/save-transcript.tsx'
import { askAbout } from '../features/survey/survey-store.ts'
import { Survey } from '../features/survey/survey.tsx'
import { forgetEnded, useLive } from '../realtime/live-store.ts'
import { useSite } from '../realtime/session-store.ts'
import { goTo } from './place-store.ts'

function ClosedContact({ closed }: { closed: Closed }) {
  const { id, reference, subject } = closed.interaction
  const site = useSite()
  const served = closed.agent !== ''
  useEffect(() => {
    if (served) askAbout(id, Date.now())
  }, [id, served])
  return (
    <Closing
      closed={closed}
      page={contactPage(site?.pages ?? [], 'closing', subject)}
      save={<SaveTranscript interactionId={id} reference={reference} />}
      survey={served && <Survey interactionId={id} page={contactPage(site?.pages ?? [], 'survey', subject)} />}
      onNew={() => {
        forgetEnded()
        goTo('auto')
      }}
    />
  )
}

/** What was done, what to keep from it, and the way to a new start. */
export function Farewell() {
  const { seen, entries } = useLive()
  const closed = useMemo(() => whatWasDone(seen.values(), entries), [seen, entries])
  return closed === undefined ? null : <ClosedContact closed={closed} />
}
