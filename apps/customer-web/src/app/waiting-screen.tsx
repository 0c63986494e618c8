import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { contactPage } from '@beckon/shared/rules/contact-page'
import { SitePage } from '../components/site-page.tsx'
import { wantCall } from '../features/call/call-store.ts'
import { endContact, useContact } from '../features/contact/contact-store.ts'
import { Waiting } from '../features/contact/waiting.tsx'
import { readySession, useSite } from '../realtime/session-store.ts'
import { startContact } from './start-contact.ts'

/** In line for a call. */
export function WaitingScreen({ voice }: { voice: CustomerInteraction }) {
  const busy = useContact((store) => store.busy)
  const page = contactPage(useSite()?.pages ?? [], 'connecting', voice.subject)
  const leave = async () => {
    wantCall(false)
    await endContact(voice.id)
  }
  return (
    <main className="screen">
      <Waiting
        interaction={voice}
        now={readySession().connection.now}
        compact={false}
        onLeave={busy ? undefined : () => void leave()}
        onChatInstead={() => void leave().then(() => startContact('chat'))}
      />
      <SitePage page={page} titled />
    </main>
  )
}
