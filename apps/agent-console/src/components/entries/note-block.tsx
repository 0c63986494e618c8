import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Only staff see it: a lock, words, a hatched ground and an edge, so that it is never taken for a reply. */
export function NoteBlock({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="ms-auto flex max-w-[min(72%,560px)] flex-col items-end gap-1 max-md:max-w-[88%]">
      <div className="hatched rounded-e-md px-3 py-2">
        <p className="flex items-center gap-1 text-xs font-semibold">
          <Lock size={12} aria-hidden="true" />
          {t('timeline.note')}
        </p>
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {text}
        </p>
      </div>
      <p className="px-1 text-xs text-muted">{children}</p>
    </div>
  )
}
