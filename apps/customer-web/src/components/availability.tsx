import type { Availability as Here } from '@beckon/shared/protocol/http'
import { t } from './catalogue/text.ts'

export type ChannelStatus = Here | 'unknown'

const glyphs: Record<ChannelStatus, string> = { free: '●', queue: '◐', closed: '○', unknown: '·' }

/** Glyph, word and colour together; the glyph is not read out. */
export const Availability = ({ status, waiting = 0 }: { status: ChannelStatus; waiting?: number }) => (
  <span className={`availability availability-${status}`}>
    <span aria-hidden="true">{glyphs[status]} </span>
    {status === 'queue' && waiting > 0 ? t('status.queue.n', { n: waiting }) : t(`status.${status}`)}
  </span>
)
