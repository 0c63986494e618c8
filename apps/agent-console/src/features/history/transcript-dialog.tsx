import type { HistoryItem } from '@beckon/shared/protocol/http'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EntryRow, type EntryReader } from '../../components/entries/entry-row.tsx'
import { foldEntries } from '../../components/entries/fold-entries.ts'
import { Modal } from '../../components/modal.tsx'
import { useTranscript } from './use-transcript.ts'

interface TranscriptDialogProps extends EntryReader {
  item: HistoryItem
  onClose: () => void
}

export function TranscriptDialog({ item, onClose, ...reader }: TranscriptDialogProps) {
  const { t } = useTranslation()
  const { data, isPending, isError, refetch } = useTranscript(item.interactionId)
  const items = useMemo(() => foldEntries([data?.entries ?? []]), [data])
  return (
    <Modal title={t('history.transcript', { reference: item.reference })} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4">
        {isPending && <p className="text-muted">{t('history.loading')}</p>}
        {isError && (
          <p role="alert" className="flex items-center gap-2">
            {t('history.transcriptFailed')}
            <Button small onClick={() => void refetch()}>
              {t('app.tryAgain')}
            </Button>
          </p>
        )}
        {data !== undefined && items.length === 0 && <p className="text-muted">{t('history.transcriptEmpty')}</p>}
        {items.map((each) => (
          <div key={each.key} className="entry">
            <EntryRow item={each} {...reader} />
          </div>
        ))}
      </div>
    </Modal>
  )
}
