import type { HistoryFilters } from '@beckon/shared/protocol/http'
import { t } from '../../components/catalogue/text.ts'
import type { Narrowing } from './use-history.ts'

interface Choice {
  value: string
  text: string
}

interface OneOfProps {
  label: string
  all: string
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
}

/** Nothing to choose from is nothing to show. */
function OneOf({ label, all, choices, value, onChange }: OneOfProps) {
  if (choices.length < 2) return null
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}

interface HistoryFiltersProps {
  filters: HistoryFilters
  value: Narrowing
  onChange: (value: Narrowing) => void
}

/** A search and up to three lists over the customer's past. */
export function HistoryFilterBar({ filters, value, onChange }: HistoryFiltersProps) {
  const change = (part: Partial<Narrowing>) => onChange({ ...value, ...part })
  return (
    <div role="search" className="history-filters">
      <input
        type="search"
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        maxLength={100}
        value={value.q}
        onInput={(event) => change({ q: event.currentTarget.value })}
      />
      <OneOf
        label={t('history.subject')}
        all={t('history.allSubjects')}
        choices={filters.subjects.map(({ key, name }) => ({ value: key, text: name }))}
        value={value.subject}
        onChange={(subject) => change({ subject })}
      />
      <OneOf
        label={t('history.agent')}
        all={t('history.allAgents')}
        choices={filters.agents.map((name) => ({ value: name, text: name }))}
        value={value.agent}
        onChange={(agent) => change({ agent })}
      />
      <OneOf
        label={t('history.channel')}
        all={t('history.allChannels')}
        choices={filters.channels.map((channel) => ({ value: channel, text: t(`history.channel.${channel}`) }))}
        value={value.channel}
        onChange={(channel) => change({ channel })}
      />
    </div>
  )
}
