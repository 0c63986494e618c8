import { describe, expect, test } from 'vitest'
import type { AgentRow } from '../rows.ts'
import { type Cast, emptyBag, SiteScenario, value } from '../../../testing/site-scenario.ts'

const customers = { ann: {}, tom: {}, eve: {}, bob: {}, joe: {} }
const site = (agents: NonNullable<Cast['agents']>) => new SiteScenario({ agents, customers })
/** Everybody is available on chat and voice. */
const staffed = (agents: Record<string, Partial<AgentRow>>) => {
  const s = site(agents)
  for (const name of Object.keys(agents)) s.ready(name, 'chat', 'voice')
  return s
}
const decline = (s: SiteScenario, name: string) =>
  value(s.say(name, 'offer:decline', { offerId: s.show(name).id, reason: 'busy' }))

describe('who may be offered a contact', () => {
  test('[RT1] nobody without role agent', () => {
    const s = site({ Mia: { roles: ['supervisor'] }, Li: { roles: ['expert'] } })
    s.ready('Mia', 'chat')
    s.ready('Li', 'expert')
    s.contact('ann')
    expect([s.ringing('Mia'), s.ringing('Li')]).toEqual([undefined, undefined])
  })

  test('[RT1] nobody without the skill its subject names', () => {
    const s = staffed({ Ana: { skills: { baggage: 1 } }, Raj: { skills: { baggage: 1 } } })
    s.contact('ann', 'chat', 'disputes')
    expect([s.ringing('Ana'), s.ringing('Raj')]).toEqual([undefined, undefined])
    s.contact('tom', 'chat', 'baggage')
    expect(s.ringing('Ana')?.why).toEqual(['skill', 'longest-idle'])
  })

  test('[RT1] nobody whose slots are taken, wrap-up included', () => {
    const s = staffed({ Ana: { capacity: { chat: 1, voice: 1 } } })
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    const second = s.contact('tom')
    expect(s.ringing('Ana')).toBeUndefined()
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    expect(s.ringing('Ana')).toBeUndefined()
    value(s.say('Ana', 'wrap-up:complete', { interactionId: first, fence, disposition: 'solved' }))
    expect(s.ringing('Ana')?.interactionId).toBe(second)
  })

  test('[IN4] an agent with four slots serves four, and the fifth waits', () => {
    const s = staffed({ Ana: {} })
    const ids = Object.keys(customers).map((name) => s.contact(name))
    for (let n = 0; n < 4; n++) s.accept('Ana')
    expect(ids.map((id) => s.row(id).status)).toEqual(['assigned', 'assigned', 'assigned', 'assigned', 'queued'])
    expect(s.agentSees('Ana').channels[0]).toMatchObject({ channel: 'chat', used: 4, capacity: 4 })
  })

  test('[RT1] slots of one channel do not count for the other', () => {
    const s = staffed({ Ana: { capacity: { chat: 1, voice: 1 } } })
    s.contact('ann')
    s.accept('Ana')
    const call = s.contact('tom', 'voice')
    expect(s.ringing('Ana')?.interactionId).toBe(call)
  })
})

describe('who of several is offered it', () => {
  test('[RT2] the one with the least relative load', () => {
    const s = staffed({ Ana: { capacity: { chat: 4, voice: 1 } }, Raj: { capacity: { chat: 1, voice: 1 } } })
    s.contact('ann')
    s.accept('Ana')
    s.contact('tom')
    expect(s.ringing('Raj')?.why).toEqual(['least-load'])
    s.accept('Raj')
    s.contact('eve')
    expect(s.ringing('Ana')?.why).toEqual(['only-one'])
  })

  test('[RT2] relative, not absolute: one of four slots is less than one of two', () => {
    const s = site({ Ana: { capacity: { chat: 2, voice: 1 } }, Raj: { capacity: { chat: 4, voice: 1 } } })
    s.ready('Ana', 'chat')
    s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
    s.ready('Raj', 'chat')
    s.contact('tom')
    s.accept('Raj')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    s.contact('eve')
    expect(s.ringing('Raj')?.why).toEqual(['least-load'])
  })

  test('[RT2] the preferred agent before all others', () => {
    const s = staffed({ Ana: {}, Raj: {} })
    const parentId = s.contact('ann')
    s.accept('Ana')
    value(s.say('ann', 'contact:request', { channel: 'voice', bag: emptyBag, parentId }))
    expect(s.ringing('Ana')).toMatchObject({ channel: 'voice', why: ['same-agent'] })
  })

  test('[RT2] another, when the preferred agent cannot take it', () => {
    const s = staffed({ Ana: {}, Raj: {} })
    const parentId = s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'voice', intent: 'unavailable' }))
    value(s.say('ann', 'contact:request', { channel: 'voice', bag: emptyBag, parentId }))
    expect(s.ringing('Raj')?.channel).toBe('voice')
  })

  test('[RT3] of equal load the one who was assigned longest ago', () => {
    const s = staffed({ Ana: {}, Raj: {}, Zoe: {} })
    const serve = (customer: string, agent: string) => {
      const id = s.contact(customer)
      expect(s.ringing(agent)?.interactionId).toBe(id)
      const { fence } = s.accept(agent)
      s.pass(1_000)
      value(s.say(agent, 'interaction:end', { interactionId: id, fence }))
      value(s.say(agent, 'wrap-up:complete', { interactionId: id, fence, disposition: 'solved' }))
    }
    serve('ann', 'Ana')
    serve('tom', 'Raj')
    serve('eve', 'Zoe')
    serve('bob', 'Ana')
  })

  test('[RT3] of those never assigned the lower id, so that every node agrees', () => {
    const s = site({ Ana: {}, Raj: {} })
    s.ready('Raj', 'chat')
    s.ready('Ana', 'chat')
    s.contact('ann')
    expect(s.ringing('Ana')?.why).toEqual(['longest-idle'])
  })

  test('[RT5] a decline does not send an agent to the end of the line', () => {
    const s = staffed({ Ana: {}, Raj: {} })
    s.contact('ann')
    decline(s, 'Ana')
    s.accept('Raj')
    const { fence, id } = s.agentSees('Raj').work[0] ?? { fence: 0, id: '' as never }
    value(s.say('Raj', 'interaction:end', { interactionId: id, fence }))
    value(s.say('Raj', 'wrap-up:complete', { interactionId: id, fence, disposition: 'solved' }))
    const second = s.contact('tom')
    expect(s.ringing('Ana')?.interactionId).toBe(second)
  })

  test.each([
    ['one agent', ['only-one'], { Ana: {} }],
    ['two alike', ['longest-idle'], { Ana: {}, Raj: {} }],
  ] as const)('[RT6] the offer to one of %s says why', (_what, why, agents) => {
    const s = staffed(agents)
    s.contact('ann')
    expect(s.ringing('Ana')?.why).toEqual(why)
    expect(s.agentSees('Ana').offers[0]?.why).toEqual(why)
  })
})

describe('who let it pass by', () => {
  test('[RT4] is not asked again, however long ago, while another can take it', () => {
    const s = site({ Ana: {}, Raj: {} })
    s.ready('Ana', 'chat')
    s.connect('Raj')
    const id = s.contact('ann')
    decline(s, 'Ana')
    const set = (name: string, intent: 'available' | 'unavailable') =>
      ({ name: 'presence:set', by: s.who(name), tabId: null, payload: { channel: 'chat', intent } }) as const
    s.node.run([set('Ana', 'unavailable')])
    s.pass(40_000)
    s.node.run([set('Ana', 'available'), set('Raj', 'available')])
    expect(s.ringing('Raj')).toMatchObject({ interactionId: id, why: ['only-one'] })
    expect(s.ringing('Ana')).toBeUndefined()
  })

  test('[RT4] is asked again after 30 s when there is nobody else', () => {
    const s = staffed({ Ana: {} })
    const id = s.contact('ann')
    decline(s, 'Ana')
    s.pass(29_999)
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(1)
    expect(s.ringing('Ana')?.interactionId).toBe(id)
  })

  test('[RT4] whose screen did not show it is asked again after 5 s: nobody waits long beside a free agent', () => {
    const s = staffed({ Ana: {} })
    const id = s.contact('ann')
    const first = s.ringing('Ana')
    s.pass(2_000)
    expect(s.offer(first?.id ?? '').reason).toBe('undelivered')
    s.pass(4_999)
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(1)
    expect(s.ringing('Ana')?.interactionId).toBe(id)
  })

  test('[RT4] is asked at once about another contact', () => {
    const s = staffed({ Ana: {} })
    s.contact('ann')
    decline(s, 'Ana')
    const other = s.contact('tom')
    expect(s.ringing('Ana')?.interactionId).toBe(other)
  })

  test('[RT4] and declined twice waits another 30 s from the second time', () => {
    const s = staffed({ Ana: {} })
    s.contact('ann')
    decline(s, 'Ana')
    s.pass(30_000)
    decline(s, 'Ana')
    s.pass(29_999)
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(1)
    expect(s.ringing('Ana')?.status).toBe('pending')
  })
})

describe('the queue', () => {
  test('[QU4] is served in the order of arrival', () => {
    const s = site({ Ana: {} })
    const ids = ['eve', 'ann', 'tom'].map((name) => {
      s.pass(1)
      return s.contact(name)
    })
    s.ready('Ana', 'chat')
    const served = ids.map(() => s.accept('Ana').interactionId)
    expect(served).toEqual(ids)
  })

  test('[QU4] keeps the place of one whose offer came to nothing', () => {
    const s = site({ Ana: { capacity: { chat: 1, voice: 1 } }, Raj: { capacity: { chat: 1, voice: 1 } } })
    s.ready('Ana', 'chat')
    const first = s.contact('ann')
    s.pass(10)
    s.contact('tom')
    decline(s, 'Ana')
    expect(s.ringing('Ana')?.interactionId).not.toBe(first)
    s.ready('Raj', 'chat')
    expect(s.ringing('Raj')?.interactionId).toBe(first)
  })

  test('[QU6] of a subject nobody has the skill for does not block others', () => {
    const s = site({ Ana: {} })
    s.contact('ann', 'chat', 'disputes')
    s.pass(1)
    s.contact('tom', 'voice')
    s.pass(1)
    const chat = s.contact('eve')
    s.ready('Ana', 'chat')
    expect(s.ringing('Ana')?.interactionId).toBe(chat)
  })

  test('[QU2] tells each their position on their channel, ringing ones included', () => {
    const s = site({ Ana: {} })
    for (const name of ['ann', 'tom', 'eve']) {
      s.pass(1)
      s.contact(name)
    }
    s.contact('bob', 'voice')
    const positions = () => ['ann', 'tom', 'eve', 'bob'].map((name) => s.contactOf(name).position)
    expect(positions()).toEqual([1, 2, 3, 1])
    s.ready('Ana', 'chat')
    expect(s.ringing('Ana')?.interactionId).toBe(s.contactOf('ann').id)
    expect(positions()).toEqual([1, 2, 3, 1])
    s.accept('Ana')
    expect(positions()).toEqual([null, 1, 2, 1])
  })

  test('[RT7] goes to whoever becomes free, by a command or by a deadline', () => {
    const s = staffed({ Ana: { capacity: { chat: 1, voice: 1 } } })
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    const second = s.contact('tom')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    s.pass(60_000)
    expect(s.ringing('Ana')?.interactionId).toBe(second)
  })

  test('[RT7] hands out as many at once as there are agents', () => {
    const s = site({ Ana: {}, Raj: {} })
    const ids = ['ann', 'tom', 'eve'].map((name) => s.contact(name))
    const available = (name: string) =>
      ({
        name: 'presence:set',
        by: s.who(name),
        tabId: null,
        payload: { channel: 'chat', intent: 'available' },
      }) as const
    s.connect('Ana')
    s.connect('Raj')
    s.node.run([available('Ana'), available('Raj')])
    expect(ids.map((id) => s.row(id).status)).toEqual(['offered', 'offered', 'queued'])
  })
})
