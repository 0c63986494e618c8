import type { HistoryItem } from '@beckon/shared/protocol/http'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { dateText, errorText, t, timeText } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { subjectName } from './subject-name.ts'
import { Transcript } from './transcript.tsx'
import { useHistory } from './use-history.ts'
import './history.css'

const HistoryRow = ({ item, onOpen }: { item: HistoryItem; onOpen: () => void }) => (
  <li>
    <button type="button" className="history-row" onClick={onOpen}>
      <Icon name={item.channel === 'chat' ? 'chat' : 'phone'} />
      <span className="history-words">
        <strong>{subjectName(item.subject)}</strong>
        <span>
          {dateText(item.startedAt)}, {timeText(item.startedAt)}
          {item.agentName !== null && ` · ${t('history.with', { agent: item.agentName })}`}
        </span>
        <span dir="ltr">{item.reference}</span>
      </span>
      {item.endedAt === null && <span className="history-open">{t('history.open')}</span>}
    </button>
  </li>
)

/** All conversations of this customer; each opens to what was said. */
export function History() {
  const { items, error, more } = useHistory()
  const [chosen, setChosen] = useState<HistoryItem>()
  if (chosen !== undefined) return <Transcript item={chosen} onBack={() => setChosen(undefined)} />
  return (
    <main className="history">
      <h1 tabIndex={-1}>{t('history.title')}</h1>
      {error !== undefined && <Notice role="alert">{errorText(error)}</Notice>}
      {items === undefined && error === undefined && <p role="status">{t('app.loading')}</p>}
      {items?.length === 0 && <p>{t('history.none')}</p>}
      <ul>
        {items?.map((item) => (
          <HistoryRow key={item.interactionId} item={item} onOpen={() => setChosen(item)} />
        ))}
      </ul>
      {more !== undefined && <Button onPress={more}>{t('history.more')}</Button>}
    </main>
  )
}
