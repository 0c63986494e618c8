import { expect, test } from 'vitest'
import { mediaChannelsOf, usualCapacity } from './media-channels.ts'

test.each([
  [['agent'], ['chat', 'voice', 'task']],
  [['supervisor'], ['chat', 'voice', 'task']],
  [['expert'], ['expert']],
  [
    ['agent', 'expert'],
    ['chat', 'voice', 'task', 'expert'],
  ],
  [['admin'], []],
] as const)('[PR23] %j may be reached on %j', (roles, on) => {
  expect(mediaChannelsOf({ roles, capacity: usualCapacity })).toEqual(on)
})

test('[PR23, TA1] tasks and questions of colleagues come to those with slots for them only', () => {
  const capacity = { chat: 4, voice: 0, task: 0 }
  expect(mediaChannelsOf({ roles: ['agent', 'expert'], capacity })).toEqual(['chat', 'voice'])
})
