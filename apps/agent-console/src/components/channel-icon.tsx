import type { MediaKind } from '@beckon/shared/model/channel'
import { ClipboardList, GraduationCap, type LucideIcon, MessageSquare, Phone } from 'lucide-react'

const icons: Record<MediaKind, LucideIcon> = {
  chat: MessageSquare,
  voice: Phone,
  task: ClipboardList,
  expert: GraduationCap,
}

export function ChannelIcon({ channel, size = 16 }: { channel: MediaKind; size?: number }) {
  const Icon = icons[channel]
  return <Icon size={size} aria-hidden="true" className="shrink-0" />
}
