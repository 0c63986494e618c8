import type { ContactChannel } from '@beckon/shared/model/channel'
import type { ContactPage } from '@beckon/shared/model/contact-page'
import type { ReactNode } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { SitePage } from '../../components/site-page.tsx'
import { ChannelCard } from './channel-card.tsx'
import type { CentreStatus } from './use-status.ts'
import './home.css'

interface HomeProps {
  /** The site's own words of welcome. */
  page: ContactPage | undefined
  /** Empty for a visitor who gave none. */
  name: string
  status: CentreStatus | undefined
  /** The conversation that is open, when there is one: to go on with it comes first. */
  open: { agentName: string | null } | undefined
  /** Undefined while a request is under way. */
  onChoose: ((channel: ContactChannel) => void) | undefined
  onReturn: () => void
  onHistory: () => void
  /** What else is decided before the contact: its subject, what is sent along. */
  children: ReactNode
}

const channels: readonly ContactChannel[] = ['chat', 'voice']

/** A page that is not secure, or an old browser, gives nobody a microphone. */
const works = (channel: ContactChannel): boolean => channel === 'chat' || 'mediaDevices' in navigator

/** What happens next, or why it cannot and what can. */
function nextText(channel: ContactChannel, status: CentreStatus | undefined): string {
  if (!works(channel)) return t('next.voice.never')
  const here = status?.channels[channel] ?? 'queue'
  const other = channel === 'chat' ? 'voice' : 'chat'
  if (here !== 'free' && status?.channels[other] === 'free' && works(other)) return t(`next.${channel}.other`)
  return t(`next.${channel}.${here}`)
}

export function Home({ page, name, status, open, onChoose, onReturn, onHistory, children }: HomeProps) {
  return (
    <main className="home">
      <h1 tabIndex={-1}>
        {page?.title || (name === '' ? t('home.hello') : t('home.hello.name', { name: name.split(' ')[0] ?? name }))}
      </h1>
      <SitePage page={page} />
      {open !== undefined && (
        <button type="button" className="row-button row-button-loud" onClick={onReturn}>
          <Icon name="chat" />
          {open.agentName === null ? t('home.return') : t('home.return.with', { agent: open.agentName })}
        </button>
      )}
      {status?.agent && <p className="home-numbers">{status.agent}</p>}
      {status !== undefined && (
        <p className="home-numbers">{t('home.numbers', { agents: status.agentsAvailable, waiting: status.waiting })}</p>
      )}
      {channels
        .filter((channel) => !status || status.channels[channel])
        .map((channel) => (
          <ChannelCard
            key={channel}
            channel={channel}
            status={status?.channels[channel] ?? 'unknown'}
            waiting={status?.waiting ?? 0}
            next={nextText(channel, status)}
            onChoose={works(channel) ? onChoose && (() => onChoose(channel)) : undefined}
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
