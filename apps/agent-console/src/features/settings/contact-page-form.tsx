import type { ContactPage } from '@beckon/shared/model/contact-page'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import type { Versioned } from '../../realtime/fetch-json.ts'
import { ContactPagePreview } from './contact-page-preview.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSaving } from './use-setting.ts'

/** Those of the server (`protocol/rest/choices`). */
const most = { title: 100, text: 2_000, promotion: 500, links: 5, url: 2_000 } as const

interface ContactPageFormProps {
  path: string
  of: Pick<ContactPage, 'kind' | 'subject'>
  found: Versioned<ContactPage> | null
  onStartOver: () => void
}

export function ContactPageForm({ path, of, found, onStartOver }: ContactPageFormProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState<ContactPage>(
    found?.value ?? { ...of, title: '', text: '', promotion: '', links: [] },
  )
  const [there, setThere] = useState(found !== null)
  const { state, problemAt, save, touched } = useSaving<ContactPage>(path, found?.etag)
  const change = (part: Partial<ContactPage>) => {
    touched()
    setPage({ ...page, ...part })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { kind, subject, title, text, promotion, links } = page
    const words = { title, text, promotion, links }
    const saved = there
      ? await save({ method: 'PATCH', body: words })
      : await save({ method: 'POST', body: { kind, subject, ...words } }, '/api/v1/contact-pages')
    if (saved === undefined) return
    setPage(saved.value)
    setThere(true)
  }
  const remove = async () => {
    if (await save({ method: 'DELETE' })) onStartOver()
  }
  const changeLink = (at: number, part: Partial<ContactPage['links'][number]>) =>
    change({ links: page.links.map((link, i) => (i === at ? { ...link, ...part } : link)) })
  const wrongLink = (at: number) => {
    const problem = problemAt(`links.${at}.url`)
    return problem && t(`settings.problem.${problem}`)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="grid gap-4 px-4 pb-4 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <Field
            label={t(of.kind === 'survey' ? 'settings.page.question' : 'settings.page.title')}
            hint={t(of.kind === 'survey' ? 'settings.page.questionHint' : 'settings.page.titleHint')}
          >
            {(parts) => (
              <input
                {...parts}
                dir="auto"
                maxLength={most.title}
                value={page.title}
                onChange={(event) => change({ title: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('settings.page.text')}>
            {(parts) => (
              <textarea
                {...parts}
                dir="auto"
                rows={4}
                maxLength={most.text}
                value={page.text}
                onChange={(event) => change({ text: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('settings.page.promotion')}>
            {(parts) => (
              <input
                {...parts}
                dir="auto"
                maxLength={most.promotion}
                value={page.promotion}
                onChange={(event) => change({ promotion: event.currentTarget.value })}
              />
            )}
          </Field>
          {page.links.map(({ title, url }, at) => (
            // A row has no name of its own but its place.
            <fieldset key={at} className="grid grid-cols-[2fr_3fr_auto] items-start gap-2">
              <legend className="sr-only">{t('settings.page.link', { n: at + 1 })}</legend>
              <Field label={t('settings.page.linkTitle')}>
                {(parts) => (
                  <input
                    {...parts}
                    dir="auto"
                    required
                    maxLength={most.title}
                    value={title}
                    onChange={(event) => changeLink(at, { title: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Field label={t('settings.page.linkUrl')} problem={wrongLink(at)}>
                {(parts) => (
                  <input
                    {...parts}
                    type="url"
                    dir="ltr"
                    required
                    maxLength={most.url}
                    value={url}
                    onChange={(event) => changeLink(at, { url: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Button
                look="quiet"
                className="mt-6"
                aria-label={t('settings.page.removeLink', { n: at + 1 })}
                onClick={() => change({ links: page.links.filter((_link, i) => i !== at) })}
              >
                <Trash2 size={16} aria-hidden="true" />
              </Button>
            </fieldset>
          ))}
          {page.links.length < most.links && (
            <Button
              look="quiet"
              className="self-start"
              onClick={() => change({ links: [...page.links, { title: '', url: '' }] })}
            >
              <Plus size={16} aria-hidden="true" />
              {t('settings.page.addLink')}
            </Button>
          )}
        </div>
        <ContactPagePreview page={page} />
      </div>
      <SaveBar state={state} onStartOver={onStartOver}>
        {there && (
          <Button look="danger" disabled={state === 'saving'} onClick={() => void remove()}>
            {t('settings.page.remove')}
          </Button>
        )}
      </SaveBar>
    </form>
  )
}
