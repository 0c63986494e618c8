import { expect, it } from 'vitest'
import { ConfigError } from './config-problems.ts'
import { StartError } from './start-error.ts'
import { describeStartFailure } from './start-failure.ts'

const fault = (fields: object): Error => Object.assign(new Error('fault'), fields)

it.each([
  ['a taken port', fault({ code: 'EADDRINUSE', port: 3000 }), 'Port 3000 is taken'],
  ['a read-only disk', fault({ code: 'EROFS', path: '/data/server.lock' }), '/data/server.lock: the disk is read-only'],
  ['a folder of somebody else', fault({ code: 'EACCES', path: '/data' }), '/data: permission denied'],
  ['a full disk', fault({ code: 'ENOSPC', path: '/data/x' }), 'the disk is full'],
  ['a database that is down', fault({ code: 'ECONNREFUSED' }), 'DATABASE_URL cannot be reached'],
  ['a wrong password', fault({ code: '28P01' }), 'DATABASE_URL refuses us'],
  ['a wrong environment', new ConfigError(['PORT is "x"']), '  - PORT is "x"'],
  ['another owner', new StartError('Another server owns it'), 'Another server owns it'],
])('the operator reads of %s in one line, without a stack', (_what, error, text) => {
  expect(describeStartFailure(error)).toContain(text)
  expect(describeStartFailure(error)).not.toMatch(/^\s+at /m)
})

it('a fault of ours is told with its stack', () => {
  expect(describeStartFailure(new Error('ours'))).toMatch(/^\s+at /m)
})
