import { OverallPresence } from '@beckon/shared/model/presence'
import type { MeResponse } from '@beckon/shared/protocol/http'
import type { Team } from '@beckon/shared/protocol/rest/presence'
import { Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Modal } from '../../components/modal.tsx'
import { PresenceGlyph, presenceTone } from '../../components/presence-glyph.tsx'
import { timeOfDay } from '../../components/time-text.ts'
import { useTicking } from '../../realtime/use-clock.ts'
import { TeamTable } from './team-table.tsx'
import { useTeam } from './use-team.ts'

/** What is told is asked for every three seconds; older than this it is no longer how things are. */
const staleAfterMs = 10_000

/** Everybody who serves customers, as they are now. */
export function TeamDialog({ me, onClose }: { me: MeResponse; onClose: () => void }) {
  const { t } = useTranslation()
  const [letters, setLetters] = useState('')
  const { team, now, isError, refetch } = useTeam(useDeferredValue(letters))
  return (
    <Modal title={t('team.title')} closeLabel={t('app.close')} onClose={onClose}>
      {team === undefined && !isError && (
        <p className="px-4 py-6 text-center text-muted" aria-busy="true">
          {t('team.reading')}
        </p>
      )}
      {team === undefined && isError && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-dnd">
          {t('team.failed')}
          <Button onClick={() => void refetch()}>{t('app.tryAgain')}</Button>
        </div>
      )}
      {team !== undefined && (
        <Told team={team} now={now} reasons={me.presenceReasons} letters={letters} onSearch={setLetters} />
      )}
    </Modal>
  )
}

interface ToldProps {
  team: Team
  /** The server's time. */
  now: () => number
  reasons: MeResponse['presenceReasons']
  letters: string
  onSearch: (letters: string) => void
}

function Told({ team: { asOf, counts, found, items }, now, reasons, letters, onSearch }: ToldProps) {
  const { t } = useTranslation()
  const stale = useTicking(() => now() - asOf > staleAfterMs)
  const shown = OverallPresence.options.filter((overall) => counts[overall] > 0)
  if (shown.length === 0) {
    return (
      <EmptyState icon={<Users size={24} aria-hidden="true" />} title={t('team.empty')} hint={t('team.emptyHint')} />
    )
  }
  return (
    <>
      <div className="flex flex-col gap-3 border-b border-line p-4">
        <ul aria-label={t('team.counts')} className="flex flex-wrap gap-2">
          {shown.map((overall) => (
            <li key={overall}>
              <Chip tone={presenceTone(overall)}>
                <PresenceGlyph presence={overall} size={14} />
                {t(`presence.overall.${overall}`)} <span className="tabular-nums">{counts[overall]}</span>
              </Chip>
            </li>
          ))}
        </ul>
        <input
          type="search"
          className="min-h-9 rounded-md border border-line-strong bg-surface px-2 pointer-coarse:min-h-11"
          aria-label={t('team.search')}
          placeholder={t('team.search')}
          maxLength={100}
          value={letters}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
        <p role="status" className={`text-sm ${stale ? 'font-medium text-dnd' : 'text-muted'}`}>
          {stale ? t('team.stale', { at: timeOfDay(asOf) }) : t('team.lead')}
        </p>
      </div>
      <TeamTable members={items} found={found} now={now} reasons={reasons} faded={stale} />
    </>
  )
}
