import { useTranslation } from 'react-i18next'
import type { CannedReply } from './canned-query.ts'

interface CannedListProps {
  id: string
  matches: readonly CannedReply[]
  active: number
  onChoose: (reply: CannedReply) => void
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

export function CannedList({ id, matches, active, onChoose }: CannedListProps) {
  const { t } = useTranslation()
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('composer.canned')}
      // It scrolls, by keys too.
      tabIndex={0}
      className="pop-in absolute inset-x-0 bottom-full z-20 mb-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-(--shadow)"
    >
      {matches.length === 0 && <p className="p-2 text-muted">{t('composer.noCanned')}</p>}
      {matches.map((reply, index) => (
        <div
          key={reply.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          // The textarea keeps the focus; a press must not take it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
          className={`cursor-pointer rounded-md px-2 py-1.5 ${index === active ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
        >
          <span className="font-medium">/{reply.key}</span>
          <span className="block truncate text-sm text-muted">{reply.text}</span>
        </div>
      ))}
    </div>
  )
}
