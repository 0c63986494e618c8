import type { ContactChannel } from '@beckon/shared/model/channel'
import type { Instead } from '@beckon/shared/protocol/reply'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { dateText, t, timeText } from '../../components/catalogue/text.ts'

interface InsteadOfferProps {
  instead: Instead
  /** Undefined while a request is under way. */
  onChoose: ((channel: ContactChannel) => void) | undefined
}

/** After a contact that is not admitted: when it would be, and what can be had now. */
export function InsteadOffer({ instead: { opensAt, channels }, onChoose }: InsteadOfferProps) {
  const [now] = useState(Date.now)
  const today = opensAt !== null && dateText(opensAt) === dateText(now)
  return (
    <>
      {opensAt !== null && (
        <p role="status">
          {t(today ? 'instead.today' : 'instead.later', { date: dateText(opensAt), time: timeText(opensAt) })}
        </p>
      )}
      {channels.map((channel) => (
        <Button
          key={channel}
          icon={channel === 'chat' ? 'chat' : 'phone'}
          onPress={onChoose && (() => onChoose(channel))}
        >
          {t(`instead.${channel}`)}
        </Button>
      ))}
    </>
  )
}
