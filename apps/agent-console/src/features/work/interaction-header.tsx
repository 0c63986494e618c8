import type { WorkView } from '@beckon/shared/model/agent-view'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../components/actions/use-acts.ts'
import { useKeys } from '../../components/actions/use-keys.ts'
import { Button } from '../../components/button.tsx'
import { timeOfDay } from '../../components/time-text.ts'
import { TrustChip } from '../../components/trust-chip.tsx'
import { useCommand } from '../../realtime/use-command.ts'

interface InteractionHeaderProps {
  work: WorkView
  subjectName: string
  /** Further actions, before End. */
  children?: ReactNode
}

export function InteractionHeader({ work, subjectName, children }: InteractionHeaderProps) {
  const { t } = useTranslation()
  const send = useCommand()
  const [ending, setEnding] = useState(false)
  const end = async () => {
    setEnding(true)
    await send('interaction:end', { interactionId: work.id, fence: work.fence })
    setEnding(false)
  }
  const nobody = work.task === null ? t('offer.visitor') : t('task.title')
  const name = work.customer.name === '' ? nobody : work.customer.name
  const canEnd = work.status === 'assigned' && !ending
  const keys = useKeys('work.end')
  useAction('work.end', canEnd ? () => void end() : undefined)
  return (
    <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-2.5 max-md:px-3 max-md:py-1.5">
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
          <span className="truncate">{name}</span>
          {(work.task === null || work.customer.identified) && (
            <TrustChip customer={work.customer} words={{ yes: t('offer.identified'), no: t('offer.notIdentified') }} />
          )}
        </h2>
        <p className="text-sm text-muted max-md:truncate">
          {t(`presence.channel.${work.channel}`)} · {subjectName} · {work.reference} ·{' '}
          {t('work.started', { time: timeOfDay(work.answeredAt) })}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {children}
        {work.status === 'assigned' && (
          <Button
            look="danger"
            disabled={!canEnd}
            aria-label={t('work.endLabel')}
            {...keys.props(t('work.end'))}
            onClick={() => void end()}
          >
            {work.task === null ? t('work.end') : t('task.finish')}
          </Button>
        )}
      </div>
    </header>
  )
}
