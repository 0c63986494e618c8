import type { Closed } from '../features/closing/what-was-done.ts'
import { forgetEnded } from '../realtime/live-store.ts'
import { ConversationThread } from './conversation-screen.tsx'
import { Later } from './later-part.tsx'
import { goTo } from './place-store.ts'

/** All is over: the thread stays to be read, with what to keep from it. */
export const ClosedScreen = ({ closed }: { closed: Closed }) => (
  <main className="screen">
    <ConversationThread streamId={undefined} />
    <Later>
      {({ Closing }) => (
        <Closing
          closed={closed}
          onNew={() => {
            forgetEnded()
            goTo('auto')
          }}
        />
      )}
    </Later>
  </main>
)
