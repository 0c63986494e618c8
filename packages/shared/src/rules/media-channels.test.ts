import { expect, test } from 'vitest'
import { mediaChannelsOf } from './media-channels.ts'

test.each([
  [['agent'], ['chat', 'voice']],
  [['supervisor'], ['chat', 'voice']],
  [['expert'], ['expert']],
  [
    ['agent', 'expert'],
    ['chat', 'voice', 'expert'],
  ],
  [['admin'], []],
] as const)('[PR23] %j may be reached on %j', (roles, on) => expect(mediaChannelsOf(roles)).toEqual(on))
