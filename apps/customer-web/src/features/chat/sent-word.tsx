import { readMark } from '@beckon/shared/rules/read-mark'
import { t } from '../../components/catalogue/text.ts'
import { useLive } from '../../realtime/live-store.ts'

/** What became of a message that was committed, by its id. */
export function SentWord({ id }: { id: string }) {
  const seen = useLive(({ entries }) =>
    [...entries.values()].some((stream) => {
      const message = stream.findLast((entry) => entry.id === id)
      return message !== undefined && readMark(stream, 'agent') >= message.seq
    }),
  )
  return <>{t(seen ? 'chat.seen' : 'chat.sent')}</>
}
