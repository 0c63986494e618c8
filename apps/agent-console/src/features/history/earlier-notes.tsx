import { useQueries } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../components/section.tsx'
import { shortWhen } from '../../components/time-text.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { useHistory } from './use-history.ts'
import { transcriptQuery } from './use-transcript.ts'

/** How many of the newest past contacts are looked through for notes. */
const contacts = 3

/** What colleagues noted on this customer's last contacts, as far as the agent may read it; nothing where none did. */
export function EarlierNotes({ interactionId }: { interactionId: string }) {
  const { t } = useTranslation()
  const { data } = useHistory({ interactionId })
  const past = (data?.pages[0]?.items ?? []).filter((item) => item.interactionId !== interactionId).slice(0, contacts)
  const transcripts = useQueries({ queries: past.map((item) => transcriptQuery(item.interactionId)) })
  const today = useClock((now) => now - (now % 60_000))
  const notes = transcripts
    .flatMap(({ data: found }) => found?.entries ?? [])
    .flatMap(({ id, at, author, body }) =>
      body.kind === 'note' ? [{ id, at, name: author.name, text: body.text }] : [],
    )
    .sort((a, b) => b.at - a.at)
  if (notes.length === 0) return null
  return (
    <Section title={t('history.notes')} count={notes.length}>
      <div className="flex flex-col gap-2">
        {notes.map(({ id, at, name, text }) => (
          <div key={id} className="hatched rounded-e-md px-3 py-2 text-sm">
            <p className="flex items-center gap-1 text-xs">
              <Lock size={12} aria-hidden="true" />
              {name} · {shortWhen(at, today)}
            </p>
            <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {text}
            </p>
          </div>
        ))}
      </div>
    </Section>
  )
}
