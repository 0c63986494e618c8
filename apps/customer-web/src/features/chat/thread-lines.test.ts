import type { CommandId, StreamId } from '@beckon/shared/model/ids'
import { expect, test } from 'vitest'
import { anEntry } from '../../testing/examples.ts'
import { threadLines } from './thread-lines.ts'

const mine = { author: { kind: 'customer' as const, name: '' } }
const sending = (id: string, text: string) => ({
  id: id as CommandId,
  name: 'message:send' as const,
  payload: { streamId: 's', text },
  at: 90_000,
})
const kinds = (lines: ReturnType<typeof threadLines>) =>
  lines.map((line) => [line.kind, 'text' in line ? line.text : ''])

test('two conversations of one customer read as one thread, in the order they were committed', () => {
  const first = anEntry({ kind: 'message', text: 'one' }, mine)
  const call = anEntry({ kind: 'call-started' })
  const last = anEntry({ kind: 'message', text: 'two' })
  expect(kinds(threadLines([[first, last], [call]], [], []))).toEqual([
    ['mine', 'one'],
    ['call-started', ''],
    ['theirs', 'two'],
  ])
})

test('a text is sending until it is committed, and never there twice', () => {
  expect(threadLines([], [sending('m1', 'Hello')], [])).toMatchObject([
    { kind: 'mine', state: 'sending', text: 'Hello' },
  ])
  const committed = anEntry({ kind: 'message', text: 'Hello' }, { ...mine, id: 'm1' })
  const lines = threadLines([[committed]], [sending('m1', 'Hello')], [])
  expect(lines).toMatchObject([{ kind: 'mine', state: 'sent', text: 'Hello' }])
})

test('a refused text stays with its reason until it is sent again', () => {
  const failed = [{ id: 'm1' as CommandId, streamId: 's' as StreamId, text: 'Hello', at: 1, code: 'rate-limited' }]
  expect(threadLines([], [], failed)).toMatchObject([{ state: 'failed', code: 'rate-limited' }])
  expect(threadLines([], [sending('m1', 'Hello')], failed)).toMatchObject([{ state: 'sending' }])
})

test('a pushed page shows what the customer did with it, at once, also before the server knows', () => {
  const push = anEntry({ kind: 'page-pushed', url: 'https://a.example/', title: 'A' })
  expect(threadLines([[push]], [], [])).toMatchObject([{ kind: 'card', outcome: undefined }])
  const answering = {
    ...sending('c1', ''),
    name: 'page:answer' as const,
    payload: { pushId: push.id, outcome: 'opened' },
  }
  expect(threadLines([[push]], [answering], [])).toMatchObject([{ kind: 'card', outcome: 'opened' }])
  const answered = anEntry({ kind: 'page-answered', pushId: push.id, outcome: 'dismissed' })
  expect(threadLines([[push, answered]], [], [])).toMatchObject([{ kind: 'card', outcome: 'dismissed' }])
})

test('the agent of a chat joins the call without being announced twice; after a loss they are', () => {
  const joined = () => anEntry({ kind: 'joined', agent: 'Ana' })
  const lines = threadLines([[joined(), joined(), anEntry({ kind: 'released' }), joined()]], [], [])
  expect(kinds(lines).map(([kind]) => kind)).toEqual(['joined', 'released', 'joined'])
})
