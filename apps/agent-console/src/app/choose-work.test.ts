import { expect, test } from 'vitest'
import { start, work } from '../testing/sample.ts'
import { chooseWork, replyTarget } from './choose-work.ts'

const wrapping = work(100, { status: 'wrap-up', wrapUpUntil: start })
const chat = work(200)
const voice = work(300, { channel: 'voice', dialogueId: chat.dialogueId })

test('the desk shows the chosen contact, else one that is being talked to', () => {
  expect(chooseWork([wrapping, chat], wrapping.id)).toBe(wrapping)
  expect(chooseWork([wrapping, chat], 'gone')).toBe(chat)
  expect(chooseWork([wrapping], undefined)).toBe(wrapping)
  expect(chooseWork([], undefined)).toBeUndefined()
})

test('a text written beside a call goes to the open chat of the same dialogue', () => {
  expect(replyTarget([chat, voice], voice)).toBe(chat)
  expect(replyTarget([{ ...chat, status: 'wrap-up' }, voice], voice)).toBe(voice)
  expect(replyTarget([voice], voice)).toBe(voice)
})
