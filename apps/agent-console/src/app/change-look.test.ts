import { afterEach, expect, test } from 'vitest'
import { timeOfDay } from '../components/time-text.ts'
import { start } from '../testing/sample.ts'
import { changeLanguage, changeTheme, lookAsBefore } from './change-look.ts'
import { i18n } from './i18n.ts'

const root = document.documentElement

afterEach(async () => {
  await changeLanguage('en')
  changeTheme('auto')
})

test('an agent reads the desk in Arabic from right to left, with its plurals and Latin figures', async () => {
  await changeLanguage('ar')
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  expect(i18n.t('app.signOut')).toBe('تسجيل الخروج')
  expect(i18n.t('link.waiting', { count: 2 })).toBe('شيئان ينتظران الإرسال.')
  expect(i18n.t('link.waiting', { count: 5 })).toBe('5 أشياء تنتظر الإرسال.')
  expect(i18n.t('link.waiting', { count: 11 })).toBe('11 شيئًا ينتظر الإرسال.')
  expect(timeOfDay(start)).toMatch(/^\d\d:\d\d$/)
})

test('theme and language are found again on the next visit', async () => {
  changeTheme('dark')
  await changeLanguage('ar')
  root.dir = 'ltr'
  delete root.dataset['theme']
  await lookAsBefore()
  expect([root.dir, root.dataset['theme']]).toEqual(['rtl', 'dark'])
  changeTheme('auto')
  expect(root.dataset['theme']).toBeUndefined()
})
