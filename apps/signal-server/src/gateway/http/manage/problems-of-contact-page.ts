import { ContactPage } from '@beckon/shared/model/contact-page'
import type { SiteId } from '@beckon/shared/model/ids'
import type { SettingsFinding } from '@beckon/shared/model/settings-finding'
import { allowedPageUrl } from '@beckon/shared/rules/page-url'
import type pg from 'pg'
import { type ChoiceItem, choiceTables, readChoice } from '../../../stores/choices.ts'
import { readSite } from '../../../stores/site-settings.ts'

/** Nobody would ever read it, or no customer would see the link [PG2]. */
export async function problemsOfContactPage(
  client: pg.ClientBase,
  siteId: SiteId,
  item: ChoiceItem,
): Promise<SettingsFinding[]> {
  const { subject, links } = ContactPage.parse(item)
  const { origins } = await readSite(client, siteId)
  const problems: SettingsFinding[] = links.flatMap(({ url }, i) =>
    allowedPageUrl(url, origins) === undefined ? [{ code: 'page-not-allowed', at: `links.${i}.url` }] : [],
  )
  if (subject !== '' && !(await readChoice(client, choiceTables.subjects, siteId, subject)))
    problems.push({ code: 'unknown-subject', at: 'subject' })
  return problems
}
