import type { HistoryItem, MeResponse } from '@beckon/shared/protocol/http'
import type { TFunction } from 'i18next'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { HistoryFilterBar } from './history-filters.tsx'
import { HistoryRow } from './history-row.tsx'
import { everything, type HistoryOf, useHistory } from './use-history.ts'

const TranscriptDialog = lazy(async () => ({ default: (await import('./transcript-dialog.tsx')).TranscriptDialog }))

interface HistoryListProps {
  of: HistoryOf
  me: MeResponse
  /** Ids of interactions that are on the desk now: no past yet. */
  hide?: readonly string[]
  /** Said when there is none. */
  empty: string
}

const nameIn = (list: readonly { key: string; name: string }[], key: string) =>
  list.find((each) => each.key === key)?.name ?? key

/** Who left before anybody answered was never classified. */
const noDisposition = ({ cause }: HistoryItem, t: TFunction): string =>
  t(cause === 'abandoned' ? 'history.leftQueue' : 'history.unclassified')

export function HistoryList({ of, me, hide = [], empty }: HistoryListProps) {
  const { t } = useTranslation()
  const [narrowing, setNarrowing] = useState(everything)
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(
    of,
    useDeferredValue(narrowing),
  )
  const [opened, setOpened] = useState<HistoryItem>()
  if (isPending) return <p className="text-sm text-muted">{t('history.loading')}</p>
  if (isError) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-sm">
        {t('history.failed')}
        <Button small onClick={() => void refetch()}>
          {t('app.tryAgain')}
        </Button>
      </p>
    )
  }
  const items = data.pages.flatMap((page) => page.items).filter((item) => !hide.includes(item.interactionId))
  const filters = data.pages[0]?.filters
  const narrowed = Object.values(narrowing).some((value) => value !== '')
  return (
    <>
      {(narrowed || items.length > 0) && (
        <HistoryFilterBar filters={filters} value={narrowing} onChange={setNarrowing} />
      )}
      {items.length === 0 && <p className="text-sm text-muted">{narrowed ? t('history.noneFound') : empty}</p>}
      <ul className="-mx-2 flex flex-col">
        {items.map((item) => (
          <HistoryRow
            key={item.interactionId}
            item={item}
            subjectName={nameIn(me.subjects, item.subject)}
            dispositionName={item.disposition ? nameIn(me.dispositions, item.disposition) : noDisposition(item, t)}
            onOpen={() => setOpened(item)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button small look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? t('history.loading') : t('history.more')}
        </Button>
      )}
      {opened !== undefined && (
        <Suspense>
          <TranscriptDialog
            item={opened}
            ownName={me.agent.name}
            dispositions={me.dispositions}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
