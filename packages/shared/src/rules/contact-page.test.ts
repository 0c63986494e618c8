import { expect, test } from 'vitest'
import { contactPage } from './contact-page.ts'

const page = (kind: 'welcome' | 'closing', subject: string) => ({
  kind,
  subject,
  title: '',
  text: '',
  promotion: '',
  links: [],
})
const pages = [page('welcome', ''), page('welcome', 'baggage'), page('closing', 'baggage')]

test('[PG1] the page of the subject comes before the one for all; without either there is none', () => {
  expect(contactPage(pages, 'welcome', 'baggage')).toBe(pages[1])
  expect(contactPage(pages, 'welcome', 'lounge')).toBe(pages[0])
  expect(contactPage(pages, 'welcome', undefined)).toBe(pages[0])
  expect(contactPage(pages, 'closing', 'lounge')).toBeUndefined()
})
