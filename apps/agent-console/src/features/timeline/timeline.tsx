import type { WorkView } from '@beckon/shared/model/agent-view'
import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EntryRow, type EntryReader } from '../../components/entries/entry-row.tsx'
import { OutgoingRow } from './outgoing-row.tsx'
import { useStickToEnd } from './use-stick-to-end.ts'
import { useTimeline } from './use-timeline.ts'

/** Give it the dialogue's id as key, so that each dialogue starts at its end. */
export function Timeline({ work, ...reader }: EntryReader & { work: WorkView }) {
  const { t } = useTranslation()
  const { items, tail, seen, typing, onSeen } = useTimeline(work)
  const { scroller, content, toEnd, onScroll } = useStickToEnd(onSeen)
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-label={t('timeline.label', { name })}
        // What becomes of a message, and days, change in place: only new lines are read out.
        aria-relevant="additions"
        // A log can be scrolled by keys only when it takes the focus.
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain px-4 py-4 focus-visible:outline-offset-[-2px]"
      >
        <div ref={content} className="flex flex-col gap-3">
          {items.map((item) => (
            <div key={item.key} className="entry">
              <EntryRow item={item} {...reader} />
              {item.key === seen?.key && (
                <p className="px-1 text-end text-xs text-muted">{t(seen.seen ? 'timeline.seen' : 'timeline.sent')}</p>
              )}
            </div>
          ))}
          {tail.map((item) => (
            <div key={item.key}>
              <OutgoingRow item={item} />
            </div>
          ))}
          {items.length === 0 && tail.length === 0 && (
            <p className="py-8 text-center text-muted">{t('timeline.empty')}</p>
          )}
        </div>
      </div>
      {/* No live region: it would be read out at every pause for thought. */}
      {typing && (
        <p className="pointer-events-none absolute inset-x-4 bottom-0 bg-surface pb-1 text-xs text-muted">
          {t('timeline.typing', { name })}
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
