import type { HistoryItem } from '@beckon/shared/protocol/http'
import { Download } from 'lucide-react'
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

function transcriptFile({ interactionId }: HistoryItem, format: 'text' | 'page', locale: string): string {
  const query = new URLSearchParams({ format, locale, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  return `/api/v1/interactions/${encodeURIComponent(interactionId)}/transcript/file?${query}`
}

export function TranscriptDialog({ item, onClose, ...reader }: TranscriptDialogProps) {
  const { t, i18n } = useTranslation()
  const { data, isPending, isError, refetch } = useTranscript(item.interactionId)
  const items = useMemo(() => foldEntries([data?.entries ?? []]), [data])
  return (
    <Modal title={t('history.transcript', { reference: item.reference })} closeLabel={t('app.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4">
        <p className="flex flex-wrap gap-x-4">
          {(['text', 'page'] as const).map((format) => (
            <a
              key={format}
              href={transcriptFile(item, format, i18n.language)}
              download
              className="inline-flex min-h-6 items-center gap-1 underline"
            >
              <Download size={14} aria-hidden="true" />
              {t(`history.save.${format}`)}
            </a>
          ))}
        </p>
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
