import type { TrustedContextItem } from '@beckon/shared/model/context'
import { ShieldCheck } from 'lucide-react'

interface ContextRowsProps {
  items: readonly TrustedContextItem[]
  words: { signed: string; client: string; signedHint: string }
}

/** Key, value, and who vouches for it. Keys and values are a customer's text: shown as text. */
export function ContextRows({ items, words }: ContextRowsProps) {
  return items.map((item) => (
    <div key={item.key} className="contents">
      <dt className="truncate text-muted first-letter:uppercase">{item.key}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        {item.value}{' '}
        {item.trust === 'signed' ? (
          <span
            title={words.signedHint}
            className="inline-flex items-center gap-0.5 whitespace-nowrap text-xs text-available"
          >
            <ShieldCheck size={12} aria-hidden="true" />
            {words.signed}
          </span>
        ) : (
          <span className="whitespace-nowrap text-xs text-muted">({words.client})</span>
        )}
      </dd>
    </div>
  ))
}
