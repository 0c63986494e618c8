import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { t } from '../components/catalogue/text.ts'
import { IconButton } from '../components/icon-button.tsx'
import { TopBar } from '../components/top-bar.tsx'
import { endContact } from '../features/contact/contact-store.ts'
import { closePanel } from '../realtime/host-store.ts'
import { readySession } from '../realtime/session-store.ts'
import { Later } from './later-part.tsx'
import { goTo } from './place-store.ts'
import { startContact } from './start-contact.ts'
import type { Talk } from './talk.ts'

const Presence = ({ of, subject }: { of: CustomerInteraction; subject: string }) => (
  <>
    <span className={`presence presence-${of.agentPresence ?? 'away'}`}>
      <span aria-hidden="true">{of.agentPresence === 'here' ? '● ' : '○ '}</span>
      {t(of.agentPresence === 'here' ? 'agent.here' : 'agent.away')}
    </span>{' '}
    · {subject}
  </>
)

export function ConversationBar({ chat, voice }: Talk) {
  const [asked, setAsked] = useState(false)
  const { site } = readySession()
  const talk = chat ?? voice
  if (talk === undefined) return null
  const subject = site.subjects.find(({ key }) => key === talk.subject)?.name ?? talk.subject
  const end = () => {
    setAsked(false)
    for (const one of [voice, chat]) if (one !== undefined) void endContact(one.id)
  }
  const waiting = talk.agentName === null
  const canCall = chat?.status === 'assigned' && voice === undefined
  return (
    <>
      <TopBar
        title={talk.agentName ?? site.name}
        heading
        round={!waiting}
        subtitle={waiting ? t(`waiting.title.${talk.channel}`, { subject }) : <Presence of={talk} subject={subject} />}
        onBack={() => goTo('home')}
        onClose={closePanel}
      >
        {canCall && (
          <IconButton label={t('channel.call')} icon="phone" onPress={() => void startContact('voice', chat.id)} />
        )}
        {!waiting && (
          <Button kind="quiet" onPress={() => setAsked(true)}>
            {t('chat.end')}
          </Button>
        )}
      </TopBar>
      {asked && <Later>{({ EndQuestion }) => <EndQuestion onEnd={end} onKeep={() => setAsked(false)} />}</Later>}
    </>
  )
}
