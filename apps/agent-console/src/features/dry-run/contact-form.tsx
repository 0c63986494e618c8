import { contactChannels } from '@beckon/shared/model/channel'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../components/channel-icon.tsx'
import { Field } from '../../components/field.tsx'
import { Options } from '../../components/options.tsx'
import type { AskedContact } from './use-dry-run.ts'

interface ContactFormProps {
  subjects: MeResponse['subjects']
  /** What the site's rules look at; a part without any is not asked for. */
  words: Record<'segments' | 'whispers' | 'regions', readonly string[]> | undefined
  value: AskedContact
  onChange: (value: AskedContact) => void
}

/** What no list could offer. */
const written = [
  { code: 'locale', most: 35, example: 'en' },
  { code: 'agent', most: 64, example: 'ana' },
  { code: 'customer', most: 200, example: '' },
] as const

/** The contact that is asked about; each change is asked at once. */
export function ContactForm({ subjects, words, value, onChange }: ContactFormProps) {
  const { t } = useTranslation()
  const change = (part: Partial<AskedContact>) => onChange({ ...value, ...part })
  const codes = [
    ['segment', words?.segments ?? []],
    ['whisper', words?.whispers ?? []],
    ['region', words?.regions ?? []],
  ] as const
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <fieldset className="sm:col-span-2">
        <legend className="sr-only">{t('dryRun.channel')}</legend>
        <div className="flex gap-1.5">
          {contactChannels.map((channel) => (
            <label
              key={channel}
              className="flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-md border border-line has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="channel"
                className="sr-only"
                checked={value.channel === channel}
                onChange={() => change({ channel })}
              />
              <ChannelIcon channel={channel} />
              {t(`presence.channel.${channel}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={t('dryRun.subject')}>
        {(parts) => (
          <select {...parts} value={value.subject} onChange={(event) => change({ subject: event.currentTarget.value })}>
            <Options none={t('dryRun.anySubject')} of={subjects} />
          </select>
        )}
      </Field>
      {codes
        .filter(([, choices]) => choices.length > 0)
        .map(([code, choices]) => (
          <Field key={code} label={t(`dryRun.${code}`)}>
            {(parts) => (
              <select
                {...parts}
                value={value[code]}
                onChange={(event) => change({ [code]: event.currentTarget.value })}
              >
                <Options none={t('dryRun.none')} of={choices.map((choice) => ({ key: choice, name: choice }))} />
              </select>
            )}
          </Field>
        ))}
      {written.map(({ code, most, example }) => (
        <Field key={code} label={t(`dryRun.${code}`)}>
          {(parts) => (
            <input
              {...parts}
              value={value[code]}
              maxLength={most}
              spellCheck={false}
              autoCapitalize="none"
              placeholder={example}
              onChange={(event) => change({ [code]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
