import type { ContactChannel } from '@beckon/shared/model/channel'
import { Availability, type ChannelStatus } from '../../components/availability.tsx'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'

interface ChannelCardProps {
  channel: ContactChannel
  status: ChannelStatus
  waiting: number
  /** What happens next. */
  next: string
  /** Undefined while a request is under way. */
  onChoose: (() => void) | undefined
}

/** One way to make contact: its name, whether somebody is there, and what happens next. */
export const ChannelCard = ({ channel, status, waiting, next, onChoose }: ChannelCardProps) => (
  <button type="button" className="channel-card" disabled={onChoose === undefined} onClick={() => onChoose?.()}>
    <Icon name={channel === 'chat' ? 'chat' : 'mic'} />
    <span className="channel-card-name">{t(`channel.${channel}`)}</span>
    <Availability status={status} waiting={waiting} />
    <span className="channel-card-next">{next}</span>
  </button>
)
