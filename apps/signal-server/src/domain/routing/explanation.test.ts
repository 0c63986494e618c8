import { describe, expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { dryRun } from './dry-run.ts'

const site = () => {
  const s = new SiteScenario({
    agents: {
      Ana: { skills: { vip: 5 } },
      Raj: { skills: { vip: 4 } },
      Zoe: { skills: { vip: 3 } },
      Eve: { skills: { vip: 3 }, capacity: { chat: 0, voice: 0 } },
      Ben: { skills: { vip: 3 } },
      Low: { skills: { vip: 1 } },
      New: {},
    },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service', { skills: { vip: 3 } })] },
  })
  for (const name of ['Ana', 'Raj', 'Zoe', 'Eve', 'Low']) s.ready(name, 'chat')
  return s
}

describe('[RT13] why this agent and nobody else', () => {
  test('the chosen with the reasons, the nearest three with what they lack, the others counted by reason', () => {
    const s = site()
    s.contact('ann')
    expect(s.agentSees('Ana').offers[0]?.explained).toEqual({
      chosen: { name: 'Ana', why: ['skill'] },
      nearest: [
        { name: 'Raj', lacks: ['later'] },
        { name: 'Zoe', lacks: ['later'] },
        { name: 'Eve', lacks: ['full'] },
      ],
      others: { away: 1, skill: 2 },
    })
  })

  test('who let it pass by is named as such', () => {
    const s = site()
    s.contact('ann')
    value(s.say('Ana', 'offer:decline', { offerId: s.show('Ana').id, reason: 'busy' }))
    const told = s.agentSees('Raj').offers[0]?.explained
    expect(told?.nearest[0]).toEqual({ name: 'Ana', lacks: ['passed'] })
    expect(told?.others).toEqual({ away: 1, skill: 2 })
  })

  test('[PR17] who chose voice and has no device for it is told apart from who chose not to', () => {
    const s = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {} } })
    s.ready('Ana', 'voice')
    value(s.say('Ana', 'device:set', { soundReady: false }))
    s.connect('Raj')
    expect(dryRun(s.state, { channel: 'voice' }, s.now)).toMatchObject({
      explanation: {
        chosen: null,
        nearest: [
          { name: 'Ana', lacks: ['device-not-ready'] },
          { name: 'Raj', lacks: ['unavailable'] },
        ],
      },
    })
  })

  test('a dry run says the same as the offer that follows, and nothing rings', () => {
    const s = site()
    const dry = dryRun(s.state, { channel: 'chat' }, s.now)
    expect(s.state.offers.size).toBe(0)
    s.contact('ann')
    expect(dry).toEqual({
      admitted: true,
      queue: 'service',
      position: 1,
      explanation: s.agentSees('Ana').offers[0]?.explained,
    })
  })

  test('a dry run of what nobody can take names the nearest and their lack; one not admitted says why', () => {
    const s = new SiteScenario({
      agents: { Low: { skills: { vip: 1 } } },
      routing: { queues: [queue('service', { skills: { vip: 3 }, channels: ['chat'] })] },
    })
    s.ready('Low', 'chat')
    expect(dryRun(s.state, { channel: 'chat' }, s.now)).toMatchObject({
      explanation: { chosen: null, nearest: [{ name: 'Low', lacks: ['skill'] }], others: {} },
    })
    expect(dryRun(s.state, { channel: 'voice' }, s.now)).toEqual({
      admitted: false,
      queue: 'service',
      reason: 'not-offered',
      instead: { opensAt: null, channels: [] },
    })
  })
})

describe('a queue that is answered by itself', () => {
  test('[OF11] gives the contact at once, tells the customer who has it, and keeps capacity', () => {
    const s = new SiteScenario({
      agents: { Ana: { capacity: { chat: 1, voice: 1 } } },
      customers: { ann: {}, tom: {} },
      routing: { queues: [queue('service', { answer: 'auto' })] },
    })
    s.ready('Ana', 'chat', 'voice')
    const id = s.contact('ann')
    expect(s.row(id)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana'), fence: 2 })
    expect(s.store.all('offers')).toMatchObject([{ status: 'accepted', why: ['only-one'], endedAt: s.now }])
    expect(s.contactOf('ann')).toMatchObject({ status: 'assigned', agentName: 'Ana' })
    expect(s.row(s.contact('tom')).status).toBe('queued')
    const call = s.contact('tom', 'voice')
    expect(s.callOf(call)).toMatchObject({ state: 'joining', agentTabId: null })
  })

  test('[OF11] moves on after 5 s when its agent was gone already, and is noticed to be within 10 s', () => {
    const given = (noticedAfter: number) => {
      const s = new SiteScenario({
        agents: { Ana: {}, Raj: {} },
        customers: { ann: {} },
        routing: { queues: [queue('service', { answer: 'auto' })] },
      })
      s.ready('Ana', 'chat')
      const id = s.contact('ann')
      s.ready('Raj', 'chat')
      s.pass(noticedAfter)
      s.disconnect('Ana')
      s.pass(4_999)
      expect(s.row(id).ownerId).toBe(s.idOf('Ana'))
      s.pass(1)
      return s.row(id).ownerId === s.idOf('Raj')
    }
    expect(given(10_000)).toBe(true)
    expect(given(10_001)).toBe(false)
  })
})
