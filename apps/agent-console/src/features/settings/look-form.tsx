import type { SiteResource } from '@beckon/shared/protocol/rest/site'
import { ourAccent } from '@beckon/shared/rules/look'
import { contrast, leastContrast } from '@beckon/shared/rules/theme'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import type { Versioned } from '../../realtime/fetch-json.ts'
import { LookPreview } from './look-preview.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSaving } from './use-setting.ts'

type Look = SiteResource['look']

interface LookFormProps {
  path: string
  found: Versioned<SiteResource>
  onStartOver: () => void
}

const modes = ['auto', 'light', 'dark'] as const

export function LookForm({ path, found, onStartOver }: LookFormProps) {
  const { t } = useTranslation()
  const [accent, setAccent] = useState(found.value.accent)
  const [look, setLook] = useState(found.value.look)
  const { state, save, touched } = useSaving<SiteResource>(path, found.etag)
  const change = (part: Look) => {
    touched()
    setLook({ ...look, ...part })
  }
  const { ground, text, ...plain } = look
  const ownGround = ground !== undefined && text !== undefined
  const found45 = ownGround ? contrast(ground, text) : leastContrast
  const problem =
    found45 < leastContrast
      ? t('settings.look.lowContrast', { found: found45.toFixed(1), least: leastContrast })
      : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (problem === undefined) await save({ method: 'PATCH', body: { accent, look } })
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="grid gap-4 p-4 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <div className="grid grid-cols-[1fr_auto] items-end gap-2">
            <Field label={t('settings.look.accent')}>
              {(parts) => (
                <input
                  {...parts}
                  type="color"
                  value={accent ?? ourAccent}
                  onChange={(event) => {
                    touched()
                    setAccent(event.currentTarget.value)
                  }}
                />
              )}
            </Field>
            <Button
              className="min-h-9"
              disabled={accent === null}
              onClick={() => {
                touched()
                setAccent(null)
              }}
            >
              {t('settings.look.ours')}
            </Button>
          </div>
          <label className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              className="size-4"
              checked={ownGround}
              onChange={(event) => {
                touched()
                setLook(event.currentTarget.checked ? { ...plain, ground: '#ffffff', text: '#16181d' } : plain)
              }}
            />
            {t('settings.look.ownGround')}
          </label>
          {ownGround && (
            <div className="grid grid-cols-2 gap-2">
              <Field label={t('settings.look.ground')}>
                {(parts) => (
                  <input
                    {...parts}
                    type="color"
                    value={ground}
                    onChange={(event) => change({ ground: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Field label={t('settings.look.text')} problem={problem}>
                {(parts) => (
                  <input
                    {...parts}
                    type="color"
                    value={text}
                    onChange={(event) => change({ text: event.currentTarget.value })}
                  />
                )}
              </Field>
            </div>
          )}
          <Field label={t('settings.look.radius', { n: look.radius ?? 8 })}>
            {({ id }) => (
              <input
                id={id}
                type="range"
                min={0}
                max={24}
                className="mt-1 block min-h-9 w-full accent-accent"
                value={look.radius ?? 8}
                onChange={(event) => change({ radius: event.currentTarget.valueAsNumber })}
              />
            )}
          </Field>
          <Field label={t('settings.look.mode')}>
            {(parts) => (
              <select
                {...parts}
                value={look.mode ?? 'auto'}
                onChange={(event) =>
                  change({ mode: modes.find((mode) => mode === event.currentTarget.value) ?? 'auto' })
                }
              >
                {modes.map((mode) => (
                  <option key={mode} value={mode}>
                    {t(`settings.look.modes.${mode}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <LookPreview name={found.value.name} look={{ ...look, ...(accent !== null && { accent }) }} />
      </div>
      <SaveBar state={state} onStartOver={onStartOver} />
    </form>
  )
}
