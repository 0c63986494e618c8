import { ConversationThread } from './conversation-screen.tsx'
import { Later } from './later-part.tsx'

/** All is over: the thread stays to be read, with what to keep from it. */
export const ClosedScreen = () => (
  <main className="screen">
    <ConversationThread streamId={undefined} />
    <Later>{({ Farewell }) => <Farewell />}</Later>
  </main>
)
