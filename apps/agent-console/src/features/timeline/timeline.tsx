import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { type EntryReader, EntryRow, type Reached } from '../../components/entries/entry-row.tsx'
import { EarlierHead } from './earlier-head.tsx'
import { News } from './news.tsx'
import { OutgoingRow } from './outgoing-row.tsx'
import { PartLine } from './part-line.tsx'
import { type TimelineItem, useTimeline } from './use-timeline.ts'
import { useVirtualLog } from './use-virtual-log.ts'

interface Reader extends EntryReader {
  subjects: MeResponse['subjects']
}

/** Room for the way back, CSS pixels. */
const headPx = 48
const marginPx = 16

function Row({ item, subjects, reached, ...reader }: Reader & { item: TimelineItem; reached: Reached }) {
  if (item.kind === 'outgoing') return <OutgoingRow item={item.outgoing} />
  if (item.kind !== 'part') return <EntryRow item={item} reached={reached} {...reader} />
  const name = subjects.find(({ key }) => key === item.item.subject)?.name ?? item.item.subject
  return <PartLine item={item.item} subjectName={name} />
}

/** Give it the dialogue's id as key, so that each dialogue starts at its end. */
export function Timeline({ work, ...reader }: Reader & { work: WorkView }) {
  const { t } = useTranslation()
  const { items, earlier, seen, typing, onSeen } = useTimeline(work)
  const hasHead = earlier.showMore !== undefined || earlier.state !== 'ready'
  const { scroller, virtualizer, onScroll, toEnd } = useVirtualLog(items, hasHead ? headPx : marginPx, onSeen)
  const rows = virtualizer.getVirtualItems()
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  return (
    <div className="relative min-h-24 flex-1">
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={t('timeline.label', { name })}
        // A log can be scrolled by keys only when it takes the focus.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain px-4 [overflow-anchor:none] focus-visible:outline-offset-[-2px] max-md:px-3"
      >
        <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {hasHead && <EarlierHead {...earlier} />}
          <div className="absolute inset-x-0" style={{ top: rows[0]?.start ?? 0 }}>
            {rows.map(({ key, index }) => {
              const item = items[index]
              if (item === undefined) return null
              const close = item.kind === 'entry' && item.goesOn
              return (
                <div key={key} ref={virtualizer.measureElement} data-index={index} className={close ? 'pb-1' : 'pb-3'}>
                  <Row
                    item={item}
                    reached={key === seen?.key ? (seen.seen ? 'seen' : 'sent') : undefined}
                    {...reader}
                  />
                </div>
              )
            })}
          </div>
        </div>
        {items.length === 0 && (
          <p className="py-4 text-center text-muted">{t(work.task === null ? 'timeline.empty' : 'task.noNotes')}</p>
        )}
      </div>
      <News items={items} />
      {/* No live region: it would be read out at every pause for thought. */}
      {typing && (
        <p className="pointer-events-none absolute inset-x-4 bottom-0 bg-surface pb-1 text-xs text-muted">
          {t('timeline.typing', { name: work.customer.name || t('offer.visitor') })}
        </p>
      )}
      {toEnd !== undefined && (
        <Button
          small
          className="absolute inset-x-0 bottom-2 mx-auto w-fit rounded-full shadow-(--shadow)"
          onClick={toEnd}
        >
          <ArrowDown size={14} aria-hidden="true" />
          {t('timeline.newer')}
        </Button>
      )}
    </div>
  )
}
