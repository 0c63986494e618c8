import type { NotChosen, RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import type { DryRun } from '@beckon/shared/protocol/rest/routing'
import { ArrowRight, CircleX, Hourglass, ListOrdered, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../components/chip.tsx'
import { Section } from '../../components/section.tsx'
import { dateAndTime } from '../../components/time-text.ts'
import type { Tone } from '../../components/tone.ts'

interface DryRunResultProps {
  run: DryRun
  queueName: string
}

/** The way of the contact, drawn: its queue, whom it reaches and what kept the others. */
export function DryRunResult({ run, queueName }: DryRunResultProps) {
  const { t } = useTranslation()
  const queue = (
    <Stop
      icon={<ListOrdered size={18} aria-hidden="true" />}
      title={queueName}
      line={run.admitted ? t('dryRun.place', { n: run.position }) : t('dryRun.queue')}
    />
  )
  if (!run.admitted) return <Refused run={run} queue={queue} />
  const { explanation } = run
  return (
    <>
      <div role="status" className="flex flex-col items-stretch gap-2 px-4 py-3 sm:flex-row sm:items-center">
        {queue}
        <Onwards />
        <Chosen explanation={explanation} />
      </div>
      {explanation.nearest.length > 0 && (
        <Section title={t('dryRun.nearest')}>
          <ol className="flex flex-col gap-1.5">
            {explanation.nearest.map(({ name, lacks }, at) => (
              // Two people may have one name, and the order is all that tells them apart.
              <li key={`${at} ${name}`} className="flex flex-wrap items-center gap-2">
                <span className="min-w-24 font-medium">{name}</span>
                {lacks.map((lack) => (
                  <Chip key={lack} tone={toneOf(lack)}>
                    <LackWord lack={lack} />
                  </Chip>
                ))}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Others others={explanation.others} />
    </>
  )
}

function Chosen({ explanation: { chosen } }: { explanation: RoutingExplanation }) {
  const { t } = useTranslation()
  if (chosen === null) {
    return (
      <Stop
        tone="border-partial/50 bg-partial-soft"
        icon={<Hourglass size={18} aria-hidden="true" />}
        title={t('dryRun.nobody')}
        line={t('dryRun.waits')}
      />
    )
  }
  return (
    <Stop
      tone="border-available/50 bg-available-soft"
      icon={<UserCheck size={18} aria-hidden="true" />}
      title={chosen.name}
      line={chosen.why.map((reason) => t(`offer.reason.${reason}`)).join(', ')}
    />
  )
}

function Refused({ run, queue }: { run: Extract<DryRun, { admitted: false }>; queue: ReactNode }) {
  const { t } = useTranslation()
  const { opensAt, channels } = run.instead
  const instead = channels.map((channel) => t(`presence.channel.${channel}`)).join(', ')
  return (
    <div role="status" className="flex flex-col items-stretch gap-2 px-4 py-3 sm:flex-row sm:items-center">
      {queue}
      <Onwards />
      <Stop
        tone="border-dnd/45 bg-dnd-soft"
        icon={<CircleX size={18} aria-hidden="true" />}
        title={t(`dryRun.refused.${run.reason}`)}
        line={[
          opensAt === null ? '' : t('dryRun.opens', { at: dateAndTime(opensAt) }),
          instead === '' ? t('dryRun.noInstead') : t('dryRun.instead', { channels: instead }),
        ]
          .filter((part) => part !== '')
          .join(' ')}
      />
    </div>
  )
}

/** How many others there are by what kept them, each as long as it counts. */
function Others({ others }: Pick<RoutingExplanation, 'others'>) {
  const { t } = useTranslation()
  const counted = (Object.entries(others) as [NotChosen, number][]).sort(([, a], [, b]) => b - a)
  const most = counted[0]?.[1] ?? 0
  if (most === 0) return null
  return (
    <Section title={t('dryRun.others')} count={counted.reduce((sum, [, count]) => sum + count, 0)}>
      <dl className="grid grid-cols-[minmax(96px,auto)_1fr_auto] items-center gap-x-3 gap-y-1.5">
        {counted.map(([lack, count]) => (
          <div key={lack} className="contents">
            <dt>
              <LackWord lack={lack} />
            </dt>
            <dd className="col-span-2 grid grid-cols-subgrid items-center">
              <span
                aria-hidden="true"
                className="h-2 min-w-2 rounded-full bg-line-strong"
                style={{ inlineSize: `${(100 * count) / most}%` }}
              />
              <span>{count}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function LackWord({ lack }: { lack: NotChosen }) {
  const { t } = useTranslation()
  return lack === 'later' ? t('dryRun.later') : t(`offer.lacks.${lack}`)
}

/** Free, busy with others, or not to be had. */
function toneOf(lack: NotChosen): Tone {
  if (lack === 'later') return 'available'
  if (lack === 'ringing' || lack === 'full' || lack === 'interrupted') return 'busy'
  return lack === 'away' || lack === 'unavailable' || lack === 'not-responding' ? 'offline' : 'partial'
}

const Onwards = () => (
  <ArrowRight
    size={20}
    aria-hidden="true"
    className="mx-auto shrink-0 rotate-90 text-muted sm:rotate-0 rtl:sm:rotate-180"
  />
)

interface StopProps {
  icon: ReactNode
  title: string
  line: string
  tone?: string
}

const Stop = ({ icon, title, line, tone = 'border-line bg-ground' }: StopProps) => (
  <div className={`flex min-w-0 flex-1 items-center gap-3 rounded-lg border p-3 ${tone}`}>
    <span className="grid size-9 shrink-0 place-items-center rounded-full bg-surface">{icon}</span>
    <p className="min-w-0">
      <span className="block truncate font-semibold">{title}</span>
      <span className="block text-sm">{line}</span>
    </p>
  </div>
)
