import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import { describe, expect, test } from 'vitest'
import { present, queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { dryRun } from '../routing/dry-run.ts'

const capacity = { chat: 1, voice: 1, task: 1 }
const tasks = queue('tasks', { channels: ['task'], answer: 'pick' })
const centre = (ownAgentMs: number | null, own: Partial<RoutingSettings> = {}) => {
  const s = new SiteScenario({
    agents: { Ana: { capacity }, Raj: { capacity, handle: 'raj' }, Zoe: { capacity, handle: 'zoe' } },
    customers: { ann: { externalId: 'id-of-ann' }, tom: {} },
    routing: { queues: [queue('service', { ownAgentMs }), tasks], ...own },
  })
  for (const name of ['Ana', 'Raj', 'Zoe']) s.ready(name, 'chat', 'voice', 'task')
  return s
}
const who = (s: SiteScenario) => ['Ana', 'Raj', 'Zoe'].filter((name) => s.ringing(name))
const ask = (s: SiteScenario, name: string, agent?: string) =>
  value(s.ask(name, { channel: 'chat', ...(agent && { agent }) })).interactionId
/** One whole contact. */
function serve(s: SiteScenario, name: string, by: string) {
  const interactionId = ask(s, name, by.toLowerCase())
  const { fence } = s.accept(by)
  value(s.say(by, 'interaction:end', { interactionId, fence }))
  value(s.say(by, 'wrap-up:complete', { interactionId, fence, disposition: 'solved' }))
}
const leaveTaskOfAnn = (s: SiteScenario) =>
  value(
    s.runOne({
      name: 'task:import',
      by: null,
      tabId: null,
      payload: {
        task: { text: 'Ring Ann.' },
        customer: { id: s.idOf('ann') as never, name: 'Ann', identified: true, segment: null },
        by: 'CRM',
      },
    }),
  ).interactionId

describe('[RT11] the agent whom the page names', () => {
  test('is asked before the others in any queue, and the offer says so', () => {
    const s = centre(null)
    ask(s, 'ann', 'zoe')
    expect(who(s)).toEqual(['Zoe'])
    expect(s.ringing('Zoe')).toMatchObject({ why: ['named'], explained: { chosen: { name: 'Zoe', why: ['named'] } } })
  })

  test('is read from what the page says in words', () => {
    const s = centre(null)
    const items = [{ key: 'agent', value: ' ZOE ', source: 'button' as const }]
    value(s.ask('ann', { channel: 'chat', bag: { items, trail: [] } }))
    expect(who(s)).toEqual(['Zoe'])
  })

  test('is waited for where the queue says so, for so long, and then others are asked', () => {
    const s = centre(20_000)
    ask(s, 'tom', 'zoe')
    s.accept('Zoe')
    const row = s.row(ask(s, 'ann', 'zoe'))
    expect(row).toMatchObject({ preferredAs: 'named', preferredUntil: s.now + 20_000 })
    expect(who(s)).toEqual([])
    s.pass(19_999)
    expect(who(s)).toEqual([])
    s.pass(1)
    expect(who(s)).toHaveLength(1)
  })

  test('is nobody when the handle is nobody’s, or its agent cannot serve the queue', () => {
    const s = centre(20_000)
    expect(s.row(ask(s, 'ann', 'ana'))).toMatchObject({ preferredAgentId: null, preferredAs: null })
    expect(who(s)).toHaveLength(1)
    const skilled = centre(20_000, {
      queues: [queue('service', { ownAgentMs: 20_000, skills: { baggage: 1 } }), tasks],
    })
    ask(skilled, 'ann', 'zoe')
    skilled.pass(1)
    expect(who(skilled)).toEqual([])
  })
})

describe('[RT11] the owner', () => {
  test('is who has another contact of the customer in hand', () => {
    const s = centre(0)
    ask(s, 'ann', 'zoe')
    s.accept('Zoe')
    value(s.ask('ann', { channel: 'voice', agent: 'raj' }))
    expect(s.ringing('Zoe')).toMatchObject({ channel: 'voice', why: ['owner'] })
  })

  test.each(['in hand', 'put off'])('is who has a task of the customer %s, before whom the page names', (how) => {
    const s = centre(20_000)
    const interactionId = leaveTaskOfAnn(s)
    const { fence } = value(s.say('Raj', 'queue:pick', { interactionId }))
    if (how === 'put off') value(s.say('Raj', 'task:park', { interactionId, fence, until: s.now + 3_600_000 }))
    ask(s, 'ann', 'zoe')
    expect(s.ringing('Raj')).toMatchObject({ channel: 'chat', why: ['owner'] })
  })

  test('is nobody by a task that waits, and where the queue keeps nobody’s customers for them', () => {
    const waiting = centre(20_000)
    leaveTaskOfAnn(waiting)
    expect(waiting.row(ask(waiting, 'ann')).preferredAs).toBeNull()
    const open = centre(null)
    value(open.say('Raj', 'queue:pick', { interactionId: leaveTaskOfAnn(open) }))
    expect(open.row(ask(open, 'ann', 'zoe'))).toMatchObject({ preferredAs: 'named' })
    expect(open.row(ask(open, 'tom')).preferredAs).toBeNull()
  })
})

describe('[RT11] of owner, named and last', () => {
  test('the first who is at work is preferred, else the first', () => {
    const s = centre(20_000)
    serve(s, 'ann', 'Zoe')
    expect(s.row(ask(s, 'ann')).preferredAs).toBe('last-agent')
    expect(s.ringing('Zoe')).toMatchObject({ why: ['last-agent'] })
    const { id } = present(s.ringing('Zoe'))
    value(s.say('Zoe', 'offer:decline', { offerId: id, reason: 'busy' }))
    value(s.say('ann', 'contact:end', { interactionId: present(s.customerSees('ann').interactions[0]).id }))
    expect(s.row(ask(s, 'ann', 'raj')).preferredAs).toBe('named')
    value(s.say('ann', 'contact:end', { interactionId: present(s.customerSees('ann').interactions[0]).id }))
    s.disconnect('Raj')
    expect(s.row(ask(s, 'ann', 'raj')).preferredAs).toBe('last-agent')
    value(s.say('ann', 'contact:end', { interactionId: present(s.customerSees('ann').interactions[0]).id }))
    s.disconnect('Zoe')
    expect(s.row(ask(s, 'ann', 'raj')).preferredAs).toBe('named')
  })

  test('[RT13] a dry run says which, of a customer it names', () => {
    const s = centre(0)
    const ann = present(s.store.find('customers', s.idOf('ann')))
    const interactionId = leaveTaskOfAnn(s)
    value(s.say('Ana', 'queue:pick', { interactionId }))
    const chosen = (asked: object, who?: typeof ann) => {
      const run = dryRun(s.state, { channel: 'chat', ...asked }, s.now, who)
      return run.admitted ? run.explanation.chosen : null
    }
    expect(chosen({ agent: 'raj' })).toEqual({ name: 'Raj', why: ['named'] })
    expect(chosen({ agent: 'raj' }, ann)).toEqual({ name: 'Ana', why: ['owner'] })
    expect(chosen({ agent: 'nobody' })?.why).not.toContain('named')
  })
})
