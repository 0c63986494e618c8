import { afterEach, expect, test } from 'vitest'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { enLater } from './en-later.ts'
import { chooseLanguage, errorText, t, timeText } from './text.ts'

afterEach(() => chooseLanguage('en'))

const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort()

test('Arabic has every text of English, with the same gaps', () => {
  const english = { ...en, ...enLater }
  expect(Object.keys(ar).sort()).toEqual(Object.keys(english).sort())
  for (const [key, text] of Object.entries(english))
    expect([key, gaps(ar[key as keyof typeof ar])]).toEqual([key, gaps(text)])
})

test('an Arabic page is read from right to left', async () => {
  await chooseLanguage('ar-EG')
  expect(document.documentElement.dir).toBe('rtl')
  expect(t('app.close')).toBe('إغلاق')
})

test('a language that we do not have, or that is none, falls back to English', async () => {
  for (const wanted of ['fr', 'not a language', 'en-x-']) {
    await chooseLanguage(wanted)
    expect(t('app.close')).toBe('Close')
    expect(timeText(0)).toMatch(/\d{2}:\d{2}/)
  }
})

test('a refusal without a text of its own has the general one', () => {
  expect(errorText('conflict')).toBe(en['error.other'])
})
