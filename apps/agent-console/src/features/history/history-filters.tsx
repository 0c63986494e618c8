import type { HistoryFilters } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { Options } from '../../components/options.tsx'
import type { Narrowing } from './use-history.ts'

const field = 'h-8 min-w-0 rounded-md border border-line bg-surface px-2 text-sm'

interface HistoryFilterBarProps {
  filters: HistoryFilters | undefined
  value: Narrowing
  onChange: (value: Narrowing) => void
}

/** A search over what was said, and a list each of subjects and people where there are several. */
export function HistoryFilterBar({ filters, value, onChange }: HistoryFilterBarProps) {
  const { t } = useTranslation()
  const change = (part: Partial<Narrowing>) => onChange({ ...value, ...part })
  const { subjects = [], agents = [] } = filters ?? {}
  return (
    <div role="search" className="mb-2 flex flex-wrap gap-1.5">
      <input
        type="search"
        className={`${field} flex-[1_0_100%]`}
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        maxLength={100}
        value={value.q}
        onChange={(event) => change({ q: event.currentTarget.value })}
      />
      {subjects.length > 1 && (
        <select
          className={`${field} flex-1`}
          aria-label={t('history.subject')}
          value={value.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        >
          <Options none={t('history.allSubjects')} of={subjects} />
        </select>
      )}
      {agents.length > 1 && (
        <select
          className={`${field} flex-1`}
          aria-label={t('history.agent')}
          value={value.agent}
          onChange={(event) => change({ agent: event.currentTarget.value })}
        >
          <Options none={t('history.allAgents')} of={agents.map((name) => ({ key: name, name }))} />
        </select>
      )}
    </div>
  )
}
