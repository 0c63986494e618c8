import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { limits } from '@beckon/shared/protocol/version'
import { clockText } from '@beckon/shared/rules/countdown'
import { Clock, Lock } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../components/actions/use-acts.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useClock } from '../../realtime/use-clock.ts'
import { useNumberKeys } from './use-number-keys.ts'
import { useWrapUp } from './use-wrap-up.ts'

interface WrapUpPanelProps {
  work: WorkView
  dispositions: MeResponse['dispositions']
}

export function WrapUpPanel({ work, dispositions }: WrapUpPanelProps) {
  const { t } = useTranslation()
  const { disposition, choose, note, setNote, missing, busy, done, extend } = useWrapUp(work)
  const until = work.wrapUpUntil ?? 0
  const left = useClock((now) => clockText(until - now))
  const errorId = useId()
  const mostId = useId()
  useActs(
    dispositions.map(({ key, name }) => ({
      id: `wrap-up ${key}`,
      group: 'work',
      label: t('palette.wrapUp', { disposition: name }),
      run: () => choose(key),
    })),
  )
  useNumberKeys(dispositions.length, (index) => {
    const chosen = dispositions[index]
    if (chosen !== undefined) choose(chosen.key)
  })
  return (
    <section aria-label={t('wrapUp.region')} className="mx-4 mb-3 rounded-lg border border-wrapup/50 bg-surface p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg font-semibold">{t('wrapUp.title')}</h3>
        <p className="flex items-center gap-2 text-sm text-muted">
          <Clock size={14} aria-hidden="true" className="text-wrapup" />
          {t('wrapUp.left')}
          <span role="timer" aria-label={t('wrapUp.left')} className="text-base font-semibold text-wrapup">
            {left}
          </span>
          <Button
            small
            disabled={extend === undefined}
            aria-label={t('wrapUp.extendLabel')}
            aria-describedby={mostId}
            onClick={extend}
          >
            {t('wrapUp.extend')}
          </Button>
          <span id={mostId} className="text-xs empty:hidden">
            {extend === undefined && t('wrapUp.most')}
          </span>
        </p>
      </div>
      <div
        role="radiogroup"
        aria-label={t('wrapUp.title')}
        aria-describedby={errorId}
        aria-required="true"
        className="mt-2 flex flex-wrap gap-2"
      >
        {dispositions.map(({ key, name }, index) => (
          <label
            key={key}
            className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md border border-line px-3 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={`disposition-${work.id}`}
              value={key}
              checked={disposition === key}
              onChange={() => choose(key)}
              className="accent-(--accent) outline-none"
            />
            {name}
            {index < 9 && <Kbd keys={String(index + 1)} />}
          </label>
        ))}
      </div>
      <p id={errorId} role="alert" className="mt-1 text-dnd empty:hidden">
        {missing ? t('wrapUp.required') : ''}
      </p>
      <label className="mt-3 block text-sm font-medium">
        <span className="flex items-center gap-1">
          <Lock size={12} aria-hidden="true" />
          {t('wrapUp.note')}
        </span>
        <textarea
          value={note}
          rows={2}
          maxLength={limits.noteChars}
          placeholder={t('wrapUp.noteHint')}
          onChange={(event) => setNote(event.target.value)}
          className="field-sizing-content hatched mt-1 block max-h-40 min-h-14 w-full resize-none rounded-e-md px-3 py-2 text-base font-normal"
        />
      </label>
      <div className="mt-2 flex justify-end">
        <Button look="primary" disabled={busy} onClick={done}>
          {t('wrapUp.done')}
        </Button>
      </div>
    </section>
  )
}
