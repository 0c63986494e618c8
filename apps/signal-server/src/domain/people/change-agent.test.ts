import type { AgentId } from '@beckon/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'
import type { AgentRow } from '../rows.ts'
import type { AgentChange } from '../site-command.ts'

const actor = { actorKind: 'staff', actorId: null, actorName: 'Sam' } as const
const site = () =>
  new SiteScenario({
    agents: { Ana: {}, Raj: {}, Sam: { roles: ['admin'] } },
    customers: { ann: {}, tom: {} },
  })
const change = (s: SiteScenario, name: string, what: AgentChange, seen?: AgentRow) =>
  s.runOne({
    name: 'agent:change',
    by: null,
    tabId: null,
    payload: { agentId: s.idOf(name) as AgentId, change: what, actor, ...(seen && { seen }) },
  })

describe('an agent who can do less than before', () => {
  test.each<[string, AgentChange]>([
    ['a skill', { skills: {} }],
    ['the slots', { capacity: { chat: 1 } }],
    ['the queue', { queues: ['other'] }],
  ])('[RS6] without %s keeps no ring that asks for it; what is in hand goes on', (_what, less) => {
    const s = new SiteScenario({
      agents: { Ana: { skills: { baggage: 3 } }, Raj: { skills: { baggage: 3 } } },
      customers: { ann: {}, tom: {} },
    })
    s.ready('Ana', 'chat')
    const served = s.contact('tom', 'chat', 'baggage')
    s.accept('Ana')
    const id = s.contact('ann', 'chat', 'baggage')
    const { id: offerId } = s.show('Ana')
    value(change(s, 'Ana', less))
    expect(s.offer(offerId)).toMatchObject({ status: 'rescinded' })
    expect([s.row(id).status, s.row(served).ownerId]).toEqual(['queued', s.idOf('Ana')])
    s.ready('Raj', 'chat')
    expect(s.ringing('Raj')?.interactionId).toBe(id)
  })

  test('[RS6] keeps what rings and asks for nothing that was taken', () => {
    const s = new SiteScenario({ agents: { Ana: { skills: { baggage: 3, lounge: 2 } } }, customers: { ann: {} } })
    s.ready('Ana', 'chat')
    s.contact('ann', 'chat', 'baggage')
    const { id: offerId } = s.show('Ana')
    value(change(s, 'Ana', { skills: { baggage: 1 } }))
    expect(s.offer(offerId).status).toBe('pending')
  })

  test('[RS6, RT14] keeps what rings when they come to speak what nobody spoke, though every line is another by it', () => {
    const s = new SiteScenario({
      agents: { Ana: { languages: ['en'] } },
      customers: { ann: {} },
      routing: { queues: [queue('service', { byLanguage: true })] },
    })
    s.ready('Ana', 'chat')
    value(s.ask('ann', { bag: { items: [], trail: [], locale: 'en' } }))
    const { id: offerId } = s.show('Ana')
    value(change(s, 'Ana', { languages: ['en', 'fi'] }))
    expect(s.offer(offerId).status).toBe('pending')
  })
})

describe('an agent who is disabled', () => {
  test('[RS6] loses the chat to another agent at once; the customer waits at the old place meanwhile', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    const { fence } = s.accept('Ana')
    const { enqueuedAt } = s.row(id)
    s.ready('Raj', 'chat')
    value(change(s, 'Ana', { disabled: true }))
    expect(s.ringing('Raj')?.interactionId).toBe(id)
    expect(s.row(id)).toMatchObject({ status: 'offered', ownerId: null, fence: fence + 1, enqueuedAt })
    expect(s.said(s.row(id).conversationId).at(-1)).toEqual({ kind: 'released' })
    expect(refusalOf(s.say('Ana', 'interaction:end', { interactionId: id, fence }))).toBe('not-found')
    expect(s.accept('Raj').interactionId).toBe(id)
  })

  test('[RS6] loses what rings, closes what was over, and gets nothing more', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    const second = s.contact('tom')
    const { id: offerId } = s.show('Ana')
    value(change(s, 'Ana', { disabled: true }))
    expect(s.row(first)).toMatchObject({ status: 'closed', disposition: null })
    expect(s.offer(offerId)).toMatchObject({ status: 'rescinded', reason: 'agent-disabled' })
    s.pass(3_600_000)
    expect(s.row(second).status).toBe('queued')
    expect(s.state.agents.has(s.idOf('Ana'))).toBe(false)
  })

  test('[RS6, TA1] leaves what they put off to others at once', () => {
    const s = new SiteScenario({ agents: { Ana: { capacity: { task: 1 } }, Raj: { capacity: { task: 1 } } } })
    s.ready('Ana', 'task')
    const { interactionId } = value(s.say('Ana', 'task:create', { text: 'Ring the airport.' }))
    const { fence } = value(s.say('Ana', 'queue:pick', { interactionId }))
    value(s.say('Ana', 'task:park', { interactionId, fence, until: s.now + 1e12 }))
    value(change(s, 'Ana', { disabled: true }))
    expect(s.row(interactionId)).toMatchObject({ status: 'queued', parkedUntil: null, preferredAgentId: null })
    s.ready('Raj', 'task')
    expect(s.agentSees('Raj').workbin?.contacts.map(({ id }) => id)).toEqual([interactionId])
  })

  test('[RS6] who invited a customer to talk leaves no call in the queue', () => {
    const s = site()
    s.ready('Ana', 'chat', 'voice')
    const chat = s.contact('ann')
    s.accept('Ana')
    const { interactionId } = value(s.say('Ana', 'call:invite', { interactionId: chat }))
    value(change(s, 'Ana', { disabled: true }))
    expect(s.row(interactionId)).toMatchObject({ status: 'closed', cause: 'agent-lost' })
    expect(s.row(chat).status).toBe('queued')
  })

  test('[RS6] is there again once enabled and connected', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const { agent } = value(change(s, 'Ana', { disabled: true }))
    expect(refusalOf(change(s, 'Ana', { disabled: false }))).toBe('not-found')
    value(change(s, 'Ana', { disabled: false }, agent))
    const id = s.contact('ann')
    expect(s.ringing('Ana')).toBeUndefined()
    s.connect('Ana', 'again')
    expect(s.ringing('Ana')?.interactionId).toBe(id)
  })
})

test('[RS6] a skill that somebody is given brings what waits for it at once', () => {
  const s = new SiteScenario({ agents: { Ana: { skills: {} } }, customers: { ann: {} } })
  s.ready('Ana', 'chat')
  const id = s.contact('ann', 'chat', 'baggage')
  expect(s.ringing('Ana')).toBeUndefined()
  value(change(s, 'Ana', { skills: { baggage: 3 } }))
  expect(s.ringing('Ana')?.interactionId).toBe(id)
})

test('[RS6] slots of one channel change alone', () => {
  const s = site()
  expect(value(change(s, 'Ana', { capacity: { chat: 2 } })).agent.capacity).toEqual({ chat: 2, voice: 1, expert: 1 })
})

test('[RS6] an agent who is made an expert lets go of what they serve and what rings', () => {
  const s = site()
  s.ready('Ana', 'chat')
  const id = s.contact('ann')
  s.accept('Ana')
  value(change(s, 'Ana', { roles: ['expert'] }))
  expect(s.row(id).status).toBe('queued')
})

test('[RS7] the last administrator stays', () => {
  const s = site()
  expect(refusalOf(change(s, 'Sam', { disabled: true }))).toBe('conflict')
  expect(refusalOf(change(s, 'Sam', { roles: ['agent'] }))).toBe('conflict')
  value(change(s, 'Ana', { roles: ['agent', 'admin'] }))
  expect(refusalOf(change(s, 'Sam', { disabled: true }))).toBe('accepted')
})

test('[RS10] a change that changes nothing writes nothing', () => {
  const s = site()
  const { version } = s.store
  value(change(s, 'Ana', { name: 'Ana' }))
  expect(s.store.version).toBe(version)
})
