import { expect, test } from 'vitest'
import { commands } from '../protocol/commands.ts'
import { commandKinds } from './command-kinds.ts'

test('what the page knows of the kinds of commands is what the protocol says', () => {
  const kinds = Object.fromEntries(Object.entries(commands).map(([name, { kind }]) => [name, kind]))

  expect(commandKinds).toEqual(kinds)
})
