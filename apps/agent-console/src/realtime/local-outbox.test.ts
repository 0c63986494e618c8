import type { PendingCommand } from '@beckon/shared/client/outbox-store'
import { CommandId } from '@beckon/shared/model/ids'
import { expect, test } from 'vitest'
import { uuid } from '../testing/sample.ts'
import { localOutbox } from './local-outbox.ts'

const command = (n: number): PendingCommand => ({
  id: CommandId.parse(uuid(n)),
  name: 'message:send',
  payload: {},
  at: n,
})

test('what a closed page could not send is found by the next one, oldest first', async () => {
  localOutbox('ana', localStorage).save([command(2)])
  localOutbox('ana', localStorage).save([command(1), command(2)])
  const next = localOutbox('ana', localStorage)
  expect((await next.load()).map(({ at }) => at)).toEqual([1, 2])
  next.save([])
  expect(await localOutbox('ana', localStorage).load()).toEqual([])
})

test('another agent’s unsent texts stay theirs', async () => {
  localOutbox('raj', localStorage).save([command(1)])
  expect(await localOutbox('ana', localStorage).load()).toEqual([])
})

test('a broken value does not keep the page from opening', async () => {
  localStorage.setItem('beckon.outbox.ana.x', '{oops')
  expect(await localOutbox('ana', localStorage).load()).toEqual([])
})
