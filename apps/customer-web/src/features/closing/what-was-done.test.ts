import { expect, test } from 'vitest'
import { anEntry, anInteraction } from '../../testing/examples.ts'
import { whatWasDone } from './what-was-done.ts'

const chat = anInteraction()
const call = anInteraction({ channel: 'voice' })

test('there is nothing to sum up where nobody was met', () => {
  expect(whatWasDone([], new Map())).toBeUndefined()
})

test('[HI3] the end sums up a chat, its files and its call', () => {
  const entries = new Map([
    [
      chat.conversation as string,
      [
        anEntry({ kind: 'joined', agent: 'Ana' }),
        anEntry({ kind: 'message', text: 'a' }),
        anEntry({ kind: 'message', text: 'b' }),
        anEntry({ kind: 'file', fileId: 'f-1', name: 'a.png', type: 'image/png', size: 1, note: false }),
        anEntry({ kind: 'page-pushed', url: 'https://a.example', title: 'A' }),
        anEntry({ kind: 'ended', cause: 'ended-by-customer' }),
      ],
    ],
    [call.conversation as string, [anEntry({ kind: 'call-ended', durationMs: 4_000 })]],
  ])
  expect(whatWasDone([chat, call], entries)).toMatchObject({
    interaction: { reference: chat.reference },
    agent: 'Ana',
    cause: 'ended-by-customer',
    messages: 2,
    files: 1,
    pages: 1,
    talkedMs: 4_000,
  })
})
