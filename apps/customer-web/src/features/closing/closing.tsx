import type { ContactPage } from '@beckon/shared/model/contact-page'
import { clockText } from '@beckon/shared/rules/countdown'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../components/catalogue/text.ts'
import { Icon } from '../../components/icon.tsx'
import { SitePage } from '../../components/site-page.tsx'
import type { Closed } from './what-was-done.ts'
import './closing.css'

function doneLines({ messages, files, pages, talkedMs }: Closed): string[] {
  const lines: string[] = []
  if (messages > 0) lines.push(t('closing.did.messages', { n: messages }))
  if (files > 0) lines.push(t('closing.did.files', { n: files }))
  if (talkedMs > 0) lines.push(t('closing.did.call', { time: clockText(talkedMs) }))
  if (pages > 0) lines.push(t('closing.did.pages', { n: pages }))
  return lines
}

interface ClosingProps {
  closed: Closed
  /** The site's own words. */
  page: ContactPage | undefined
  /** The question what it was like. */
  survey: ReactNode
  /** The ways to keep what was said. */
  save: ReactNode
  onNew: () => void
}

/** The end: who ended it, the reference to keep, what was done, and the way to start anew. */
export function Closing({ closed, page, survey, save, onNew }: ClosingProps) {
  const { cause, interaction, agent } = closed
  return (
    <section className="closing" aria-label={t('closing.title')}>
      <p className="closing-title" role="status">
        <Icon name="check" />
        {page?.title || t('closing.title')}
      </p>
      <p className="closing-cause">{t(`closing.cause.${cause}`, { agent: agent || t('agent.none') })}</p>
      <dl>
        <dt>{t('closing.reference')}</dt>
        <dd className="closing-reference" dir="ltr">
          {interaction.reference}
        </dd>
      </dl>
      <p className="closing-done">{doneLines(closed).join(' · ')}</p>
      <p className="closing-done">{t('closing.kept')}</p>
      {save}
      <SitePage page={page} />
      {survey}
      <Button kind="main" onPress={onNew}>
        {t('closing.new')}
      </Button>
    </section>
  )
}
