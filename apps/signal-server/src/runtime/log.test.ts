import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  write(createLog('info', sink))
  return lines.join('')
}

it.each([
  [{ token: 'canary' }],
  [{ headers: { cookie: 'canary', 'set-cookie': ['canary'] } }],
  [{ headers: { authorization: 'canary' } }],
  [{ message: { text: 'canary' } }],
  [{ command: { payload: { text: 'canary', code: 'canary' } } }],
  [{ customer: { name: 'canary', email: 'canary' } }],
  [{ req: { method: 'GET', url: '/x?token=canary', headers: { cookie: 'canary' } } }],
])('what people write and what opens doors stays out of the log: %j', (fields) => {
  const text = logged((log) => log.info(fields, 'something happened'))
  expect(text).toContain('something happened')
  expect(text).not.toContain('canary')
})

it('an error is told with type and place, but without the values of rows', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "canary"'), {
    code: '22P02',
    detail: 'Key (email)=(canary) exists',
    where: 'canary',
    parameters: ['canary'],
  })
  const text = logged((log) => log.error({ err: error }, 'failed'))
  expect(text).toContain('22P02')
  expect(text).toContain('log.test.ts')
  expect(text).not.toContain('canary')
})

it('an address of the database is told without its password', () => {
  const text = logged((log) => log.error({ err: new Error('no answer from postgresql://u:canary@h/d') }))
  expect(text).not.toContain('canary')
})
