import { type ContactPage, ContactPageKind } from '@beckon/shared/model/contact-page'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../components/field.tsx'
import { Options } from '../../components/options.tsx'
import { ContactPageForm } from './contact-page-form.tsx'
import { SettingPart } from './setting-part.tsx'

const kinds = ContactPageKind.options

/** Which of the pages around a contact, and for which subject; each is a form of its own. */
export function ContactPages({ subjects }: { subjects: MeResponse['subjects'] }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ContactPage['kind']>('welcome')
  const [subject, setSubject] = useState('')
  const path = `/api/v1/contact-pages/${subject === '' ? kind : `${kind}-${subject}`}`
  return (
    <>
      <div className="grid gap-3 p-4 sm:grid-cols-2">
        <Field label={t('settings.page.kind')}>
          {(parts) => (
            <select
              {...parts}
              value={kind}
              onChange={(event) => setKind(ContactPageKind.parse(event.currentTarget.value))}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`settings.page.kinds.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('settings.page.subject')}>
          {(parts) => (
            <select {...parts} value={subject} onChange={(event) => setSubject(event.currentTarget.value)}>
              <Options none={t('settings.page.allSubjects')} of={subjects} />
            </select>
          )}
        </Field>
      </div>
      <SettingPart<ContactPage> key={path} path={path}>
        {(found, startOver) => (
          <ContactPageForm path={path} of={{ kind, subject }} found={found} onStartOver={startOver} />
        )}
      </SettingPart>
    </>
  )
}
