import { randomUUID } from 'node:crypto'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { NewTaskRequest } from '@beckon/shared/protocol/rest/tasks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type HttpServer, httpServer, idleCommits } from '../../../../testing/http-server.ts'
import type { CommandKey } from '../../../commit/commit-path.ts'
import type { SiteCommand } from '../../../domain/site-command.ts'

let http: HttpServer
let mia: string
const ran: { command: SiteCommand; key: CommandKey | undefined }[] = []
const interactionId = randomUUID()
beforeAll(async () => {
  http = await httpServer({
    commits: {
      read: idleCommits.read,
      run: (async (_site: string, command: SiteCommand, key?: CommandKey) => {
        ran.push({ command, key })
        return (command.payload as { task: { text: string } }).task.text === 'nowhere'
          ? refuse('not-offered')
          : ok({ interactionId })
      }) as typeof idleCommits.run,
    },
  })
  mia = await http.signIn('mia@bluesky.example')
})
afterAll(() => http.close())

const leave = (payload: object, headers: Record<string, string> = {}) =>
  http.onPublic({ method: 'POST', url: '/api/v1/tasks', payload, headers: { cookie: mia, ...headers } })

it('[TA1] another system leaves a task, of a customer it knows by its own id, in its own name', async () => {
  const answer = await leave({ text: 'Call back.', subject: 'baggage', customer: 'ann' })
  expect([answer.statusCode, answer.json(), answer.headers['location']]).toEqual([
    201,
    { interactionId },
    `/api/v1/interactions/${interactionId}`,
  ])
  expect(ran.at(-1)?.command).toMatchObject({
    name: 'task:import',
    payload: {
      task: { text: 'Call back.', subject: 'baggage' },
      by: 'Mia',
      customer: { name: 'Ann Lee', segment: 'gold' },
    },
  })
  expect((await leave({ text: 'x', customer: 'nobody-knows' })).statusCode).toBe(404)
})

it('[TA2] where no queue takes tasks the answer says so', async () => {
  expect((await leave({ text: 'nowhere' })).json()).toMatchObject({ status: 403, code: 'not-offered' })
})

it('[RS4] the same Idempotency-Key is the same command, and another is another', async () => {
  const keyOf = async (key: string) => {
    await leave({ text: 'x' }, { 'idempotency-key': key })
    return ran.at(-1)?.key
  }
  const first = await keyOf('one')
  expect(await keyOf('one')).toEqual(first)
  expect((await keyOf('two'))?.id).not.toBe(first?.id)
  expect(z.safeParse(z.uuid(), first?.id).success).toBe(true)
})

it('[RS11] its example is taken', async () => {
  const examples = (z.globalRegistry.get(NewTaskRequest)?.['examples'] ?? []) as object[]
  expect(examples).toHaveLength(1)
  for (const example of examples) expect((await leave(example)).statusCode).toBe(201)
})
