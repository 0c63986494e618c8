import type { Channel } from '@beckon/shared/model/channel'
import { MessageSquare, Phone } from 'lucide-react'

export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const Icon = channel === 'voice' ? Phone : MessageSquare
  return <Icon size={size} aria-hidden="true" className="shrink-0" />
}
