import { describe, expect, test } from 'vitest'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const picked = () =>
  new SiteScenario({
    agents: { Ana: {}, Raj: {}, Omar: { queues: ['other'] } },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service', { answer: 'pick' }), queue('other')] },
  })

describe('a queue that agents pick from', () => {
  test('[QU11] asks nobody: everybody who serves it sees what waits, and nothing of who it is', () => {
    const s = picked()
    s.ready('Ana', 'chat')
    s.ready('Omar', 'chat')
    const first = s.contact('ann', 'chat', 'booking')
    s.pass(1_000)
    const second = s.contact('tom', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
    expect(s.agentSees('Ana').visible).toEqual({
      contacts: [
        {
          id: first,
          channel: 'chat',
          subject: 'booking',
          queue: 'service',
          enqueuedAt: s.now - 1_000,
          value: 0,
          agreementAt: null,
          task: null,
        },
        expect.objectContaining({ id: second, channel: 'voice' }),
      ],
      more: 0,
    })
    expect(s.agentSees('Omar').visible).toBeNull()
  })

  test('[QU11] the first who picks has it, the customer is told at once who, and the second reads who was first', () => {
    const s = picked()
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    const contact = s.contact('ann')
    const { fence } = value(s.say('Ana', 'queue:pick', { interactionId: contact }))
    expect(s.row(contact)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana'), fence })
    expect(s.contactOf('ann').agentName).toBe('Ana')
    expect(s.say('Raj', 'queue:pick', { interactionId: contact })).toEqual({
      ok: false,
      error: { code: 'taken', by: 'Ana' },
    })
    expect(s.agentSees('Raj').visible).toEqual({ contacts: [], more: 0 })
  })

  test('[QU11] a picked call is held by the tab that picked it', () => {
    const s = picked()
    s.ready('Ana', 'voice')
    const contact = s.contact('ann', 'voice')
    value(s.say('Ana', 'queue:pick', { interactionId: contact }))
    expect(s.callOf(contact)).toMatchObject({ agentTabId: s.tab('Ana'), state: 'connecting' })
  })

  test('[QU11] why is kept as with every offer', () => {
    const s = picked()
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    const contact = s.contact('ann')
    value(s.say('Ana', 'queue:pick', { interactionId: contact }))
    const offer = s.store.all('offers').find((row) => row.interactionId === contact)
    expect(offer).toMatchObject({ status: 'accepted', agentId: s.idOf('Ana'), why: ['picked'] })
    expect(offer?.explained).toMatchObject({
      chosen: { name: 'Ana', why: ['picked'] },
      nearest: [{ name: 'Raj', lacks: ['later'] }],
    })
  })

  test('[QU11] who could not be offered it cannot pick it', () => {
    const s = picked()
    s.connect('Ana')
    s.ready('Omar', 'chat')
    const contact = s.contact('ann')
    const pick = (name: string) => refusalOf(s.say(name, 'queue:pick', { interactionId: contact }))
    expect(pick('Ana')).toBe('not-free')
    expect(pick('Omar')).toBe('not-found')
    expect(pick('tom')).toBe('not-found')
    s.disconnect('ann')
    s.ready('Ana', 'chat')
    expect(pick('Ana')).toBe('not-found')
    expect(s.agentSees('Ana').visible?.contacts).toEqual([])
  })

  test('[QU11] a contact of a queue that rings cannot be picked', () => {
    const s = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
    s.ready('Ana', 'chat')
    const contact = s.contact('ann')
    expect(s.agentSees('Ana').visible).toBeNull()
    expect(refusalOf(s.say('Ana', 'queue:pick', { interactionId: contact }))).toBe('not-found')
  })

  test('[QU11] a step widens who sees it', () => {
    const s = new SiteScenario({
      agents: { Ana: { queues: ['other'] } },
      customers: { ann: {} },
      routing: {
        queues: [queue('service', { answer: 'pick', steps: [{ afterMs: 5_000, alsoQueue: 'other' }] }), queue('other')],
      },
    })
    s.ready('Ana', 'chat')
    const contact = s.contact('ann')
    expect(s.agentSees('Ana').visible).toBeNull()
    s.pass(5_000)
    expect(s.agentSees('Ana').visible?.contacts).toMatchObject([{ id: contact }])
  })
})
