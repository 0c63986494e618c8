import type { Channel } from '@beckon/shared/model/channel'
import type { StatusResponse } from '@beckon/shared/protocol/http'
import type { ReactNode } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { ChannelCard } from './channel-card.tsx'
import './home.css'

interface HomeProps {
  /** Empty for a visitor who gave none. */
  name: string
  status: StatusResponse | undefined
  /** The conversation that is open, when there is one: to go on with it comes first. */
  open: { agentName: string | null } | undefined
  /** Undefined while a request is under way. */
  onChoose: ((channel: Channel) => void) | undefined
  onReturn: () => void
  onHistory: () => void
  /** What else is decided before the contact: its subject, what is sent along. */
  children: ReactNode
}

const channels: readonly Channel[] = ['chat', 'voice']

export function Home({ name, status, open, onChoose, onReturn, onHistory, children }: HomeProps) {
  return (
    <main className="home">
      <h1 tabIndex={-1}>
        {name === '' ? t('home.hello') : t('home.hello.name', { name: name.split(' ')[0] ?? name })}
      </h1>
      {open !== undefined && (
        <button type="button" className="row-button row-button-loud" onClick={onReturn}>
          <Icon name="chat" />
          {open.agentName === null ? t('home.return') : t('home.return.with', { agent: open.agentName })}
        </button>
      )}
      {channels.map((channel) => (
        <ChannelCard
          key={channel}
          channel={channel}
          status={status?.channels[channel] ?? 'unknown'}
          waiting={status?.waiting ?? 0}
          onChoose={onChoose && (() => onChoose(channel))}
        />
      ))}
      {children}
      <button type="button" className="row-button" onClick={onHistory}>
        <Icon name="clock" />
        {t('home.history')}
      </button>
    </main>
  )
}
