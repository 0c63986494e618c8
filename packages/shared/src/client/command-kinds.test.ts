import { expect, test } from 'vitest'
import { type CommandName, commands } from '../protocol/commands.ts'
import { kindOf } from './command-kinds.ts'

test('what the page knows of the kinds of commands is what the protocol says', () => {
  const names = Object.keys(commands) as CommandName[]

  expect(names.map((name) => [name, kindOf(name)])).toEqual(names.map((name) => [name, commands[name].kind]))
})
