import type { EntryBody } from '@beckon/shared/model/entry'
import { clockText } from '@beckon/shared/rules/countdown'
import type { TFunction } from 'i18next'
import { timeOfDay } from '../time-text.ts'

export type EventBody = Exclude<
  EntryBody,
  { kind: 'message' | 'note' | 'file' | 'page-pushed' | 'page-answered' | 'read' | 'signal' }
>

/** `dispositionName`: the site's own word for a disposition's key. */
export function eventText(body: EventBody, t: TFunction, dispositionName: (key: string) => string): string {
  switch (body.kind) {
    case 'joined':
      return t(body.insteadOf === undefined ? 'timeline.joined' : 'timeline.joinedInWriting', { name: body.agent })
    case 'released':
      return t('timeline.released')
    case 'idle-warned':
      return t('timeline.idleWarned', { time: timeOfDay(body.closesAt) })
    case 'call-started':
      return t('timeline.callStarted')
    case 'call-ended':
      return body.durationMs === 0
        ? t('timeline.callUnheard')
        : t('timeline.callEnded', { time: clockText(body.durationMs) })
    case 'ended':
      return t('timeline.ended', { cause: t(`cause.${body.cause}`) })
    case 'wrapped-up':
      return body.disposition === null
        ? t('timeline.wrapUpRanOut')
        : t('timeline.wrappedUp', { disposition: dispositionName(body.disposition) })
  }
}
