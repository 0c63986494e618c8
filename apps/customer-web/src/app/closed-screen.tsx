import { contactPage } from '@beckon/shared/rules/contact-page'
import { useEffect } from 'react'
import type { Closed } from '../features/closing/what-was-done.ts'
import { askAbout } from '../features/survey/survey-store.ts'
import { forgetEnded } from '../realtime/live-store.ts'
import { useSite } from '../realtime/session-store.ts'
import { ConversationThread } from './conversation-screen.tsx'
import { Later } from './later-part.tsx'
import { goTo } from './place-store.ts'

/** All is over: the thread stays to be read, with what to keep from it. */
export function ClosedScreen({ closed }: { closed: Closed }) {
  const { id, subject } = closed.interaction
  const site = useSite()
  const served = closed.agent !== ''
  useEffect(() => {
    if (served) askAbout(id, Date.now())
  }, [id, served])
  return (
    <main className="screen">
      <ConversationThread streamId={undefined} />
      <Later>
        {({ Closing, SaveTranscript, Survey }) => (
          <Closing
            closed={closed}
            page={contactPage(site?.pages ?? [], 'closing', subject)}
            save={<SaveTranscript interactionId={id} reference={closed.interaction.reference} />}
            survey={served && <Survey interactionId={id} />}
            onNew={() => {
              forgetEnded()
              goTo('auto')
            }}
          />
        )}
      </Later>
    </main>
  )
}
