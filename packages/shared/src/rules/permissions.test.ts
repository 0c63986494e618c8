import { describe, expect, test } from 'vitest'
import type { Role } from '../model/agent-view.ts'
import type { AgentId, ApiKeyId, CustomerId, SiteId } from '../model/ids.ts'
import type { Principal, Program } from '../model/principal.ts'
import { commands } from '../protocol/commands.ts'
import { type Action, can, granted, permissions, type Relation } from './permissions.ts'

const siteId = '018f0000-0000-7000-8000-000000000001' as SiteId
const customer: Principal = {
  kind: 'customer',
  siteId,
  customerId: '018f0000-0000-7000-8000-000000000002' as CustomerId,
}
const staff = (...roles: Role[]): Principal => ({
  kind: 'staff',
  siteId,
  agentId: '018f0000-0000-7000-8000-000000000003' as AgentId,
  roles,
})
const program = (...roles: Role[]): Program => ({
  kind: 'api-key',
  siteId,
  keyId: '018f0000-0000-7000-8000-000000000004' as ApiKeyId,
  roles,
})
const who = {
  customer,
  agent: staff('agent'),
  expert: staff('expert'),
  supervisor: staff('supervisor'),
  admin: staff('admin'),
}

/** Written out by hand from what each role is for: never derived from the table under test. `-` is never. */
const expected = `
                    customer  agent   expert  supervisor  admin
  contact:request   own       -       -       -           -
  contact:end       own       -       -       -           -
  context:update    own       -       -       -           -
  customer:identify own       -       -       -           -
  own-history:read  own       -       -       -           -
  own-transcript:save own     -       -       -           -
  survey:answer     own       -       -       -           -
  visitor:hand-over own       -       -       -           -
  visitor:log-out   own       -       -       -           -
  page:answer       own       -       -       -           -
  call:decline      own       -       -       -           -
  message:send      own       own     -       own         -
  stream:mark-read  own       own     -       own         -
  typing:start      own       own     -       own         -
  file:upload       own       own     -       own         -
  file:send         own       own     -       own         -
  file:read         own       served  -       site        -
  call:join         own       own     -       own         -
  call:connected    own       own     -       own         -
  call:restart      own       own     -       own         -
  call:hang-up      own       own     -       own         -
  call:signal       own       own     -       own         -
  stream:sync       own       served  -       site        -
  offer:shown       -         own     -       own         -
  offer:accept      -         own     -       own         -
  offer:decline     -         own     -       own         -
  queue:pick        -         own     -       own         -
  presence:set      -         own     own     own         -
  presence:next     -         own     own     own         -
  dnd:set           -         own     own     own         -
  device:set        -         own     own     own         -
  media-channel:rename -      own     own     own         -
  media-channel:remove -      own     own     own         -
  note:add          -         own     -       own         -
  page:push         -         own     -       own         -
  call:invite       -         own     -       own         -
  task:create       -         own     -       site        site
  task:park         -         own     -       own         -
  interaction:end   -         own     -       own         -
  wrap-up:complete  -         own     -       own         -
  wrap-up:extend    -         own     -       own         -
  me:read           -         own     own     own         own
  history:read      -         served  -       site        site
  transcript:read   -         served  -       site        -
  transcript:save   -         served  -       site        -
  metrics:read      -         -       -       -           site
  my-work:read      -         own     -       own         own
  interaction:read  -         served  -       site        site
  interactions:search -         -       -       site        site
  site:read         -         -       -       site        site
  site:change       -         -       -       -           site
  routing:read      -         -       -       site        site
  routing:change    -         -       -       -           site
  routing:explain   -         -       -       site        site
  presence:read     -         -       -       site        site
  people:read       -         -       -       site        site
  people:change     -         -       -       -           site
  choices:read      -         -       -       site        site
  choices:change    -         -       -       -           site
  api-keys:change   -         -       -       -           site
  audit:read        -         -       -       -           site
`
const roles = ['customer', 'agent', 'expert', 'supervisor', 'admin'] as const
const rows = expected
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))

describe('who may do what', () => {
  test.each(rows)('%s: customer %s, agent %s, expert %s, supervisor %s, admin %s', (action, ...cells) => {
    const found = roles.map((role) => granted(who[role], action as Action) ?? '-')

    expect(found).toEqual(cells)
  })

  const programs = {
    supervisor: `stream:sync file:read history:read transcript:read transcript:save interaction:read interactions:search site:read people:read
      presence:read choices:read routing:read routing:explain task:create`,
    admin: `history:read interaction:read interactions:search site:read site:change people:read people:change presence:read
      choices:read choices:change audit:read metrics:read routing:read routing:change
      routing:explain task:create`,
  }

  test.each(['supervisor', 'admin'] as const)(
    '[RS3] an API key with role %s may this of its site, and nothing else',
    (role) => {
      const may = Object.keys(permissions).filter((action) => can(program(role), action as Action))

      expect(may.sort()).toEqual(programs[role].split(/\s+/).sort())
      for (const action of may) expect(granted(program(role), action as Action)).toBe('site')
    },
  )

  test('every command has a row, and no row stands for nothing', () => {
    const written = new Set(rows.map(([action]) => action))

    expect(new Set(Object.keys(permissions))).toEqual(written)
    expect(Object.keys(commands).filter((name) => !written.has(name))).toEqual([])
  })

  test.each<[Relation, boolean, boolean, boolean]>([
    ['own', true, true, true],
    ['served', false, true, true],
    ['site', false, false, true],
  ])(
    'of what is %s a customer reads %s, an agent %s, a supervisor %s',
    (relation, byCustomer, byAgent, bySupervisor) => {
      expect(can(customer, 'stream:sync', relation)).toBe(byCustomer)
      expect(can(who.agent, 'stream:sync', relation)).toBe(byAgent)
      expect(can(who.supervisor, 'stream:sync', relation)).toBe(bySupervisor)
    },
  )

  test('someone with several roles may what the widest of them may, in whatever order they stand', () => {
    expect(granted(staff('agent', 'supervisor'), 'stream:sync')).toBe('site')
    expect(granted(staff('supervisor', 'agent'), 'stream:sync')).toBe('site')
    expect(granted(staff('expert', 'agent'), 'stream:sync')).toBe('served')
    expect(granted(staff('admin', 'agent'), 'offer:accept')).toBe('own')
  })

  test('someone without a role may nothing', () => {
    for (const action of Object.keys(permissions)) expect(can(staff(), action as Action)).toBe(false)
  })
})
