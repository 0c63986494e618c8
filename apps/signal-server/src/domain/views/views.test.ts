import type { ButtonRule } from '@beckon/shared/model/routing-settings'
import { describe, expect, test } from 'vitest'
import { emptyBag, queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { audience } from './audience.ts'
import { siteStatus, type StatusAsker } from './site-status.ts'

const signedContext = { tier: 'gold', flight: 'BS999' }
const site = () =>
  new SiteScenario({
    agents: { Ana: { skills: { baggage: 1 } }, Raj: {} },
    customers: {
      ann: { name: 'Ann Lee', externalId: 'A-1', segment: 'gold', signedContext },
      tom: { name: 'Tom Ito', externalId: 'T-1' },
      visitor: {},
    },
  })
const button = (to: string, when: ButtonRule['when']): ButtonRule => ({
  when,
  queue: to,
  skills: {},
  greeting: null,
  announcements: [],
  legs: 'both',
})
const said = [
  { key: 'flight', value: 'BS117', source: 'page' as const },
  { key: 'seat', value: '12A', source: 'url' as const },
]

describe('what an agent sees', () => {
  test('[CX2] what the signature says is signed and wins, what the page says is marked as such', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.connect('ann')
    value(s.say('ann', 'contact:request', { channel: 'chat', bag: { ...emptyBag, items: said } }))
    expect(s.agentSees('Ana').offers[0]?.context.items).toEqual([
      { key: 'tier', value: 'gold', source: 'identity', trust: 'signed' },
      { key: 'flight', value: 'BS999', source: 'identity', trust: 'signed' },
      { key: 'seat', value: '12A', source: 'url', trust: 'client' },
    ])
  })

  test('[CX2] nothing that a visitor says is ever signed, whatever its source claims', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.connect('visitor')
    const items = [{ key: 'tier', value: 'gold', source: 'identity' as const }]
    value(s.say('visitor', 'contact:request', { channel: 'chat', bag: { ...emptyBag, items } }))
    expect(s.agentSees('Ana').offers[0]?.context.items).toEqual([{ ...items[0], trust: 'client' }])
    expect(s.agentSees('Ana').offers[0]?.customer).toEqual({ name: '', identified: false, segment: null })
  })

  test('[CX5] only the offers made to them and the work they own', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.contact('ann')
    s.accept('Ana')
    s.contact('tom')
    s.show('Ana')
    s.ready('Raj', 'chat')
    expect(s.agentSees('Ana')).toMatchObject({ offers: [{}], work: [{}] })
    expect(s.agentSees('Raj')).toMatchObject({ offers: [], work: [] })
    expect(JSON.stringify(s.agentSees('Raj'))).not.toContain('Ann Lee')
  })

  test('[PR12] after a miss: who has it, that it waits, that it is gone; and nothing of the customer', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    s.show('Ana')
    s.pass(30_000)
    const missed = () => s.agentSees('Ana').channels.find(({ channel }) => channel === 'chat')?.missed
    const { subject } = s.row(id)
    expect(missed()).toEqual({ outcome: 'waiting', subject })
    s.ready('Raj', 'chat')
    expect(missed()).toEqual({ outcome: 'passed-on', subject, to: 'Raj' })
    s.accept('Raj')
    expect(missed()).toEqual({ outcome: 'passed-on', subject, to: 'Raj' })
    expect(JSON.stringify(s.agentSees('Ana'))).not.toContain('Ann Lee')
    value(s.say('ann', 'contact:end', { interactionId: id }))
    s.pass(60_000)
    expect(missed()).toEqual({ outcome: 'gone' })
    s.ready('Ana', 'chat')
    expect(missed()).toBeNull()
  })

  test('[PR12] whoever missed it is in the audience of what becomes of it', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    s.show('Ana')
    expect([...audience(s.state, 'interactions', s.row(id))]).toContain(s.idOf('Ana'))
    s.pass(30_000)
    expect([...audience(s.state, 'interactions', s.row(id))]).toContain(s.idOf('Ana'))
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    s.pass(30_001)
    expect([...audience(s.state, 'interactions', { ...s.row(id), offerId: null })]).not.toContain(s.idOf('Ana'))
  })

  test('[PR12] whoever missed a call is told when another takes it as a chat, and when that is over', () => {
    const s = site()
    s.ready('Ana', 'voice')
    const id = s.contact('ann', 'voice')
    s.show('Ana')
    s.pass(20_000)
    s.ready('Raj', 'chat', 'voice')
    value(s.say('Raj', 'offer:accept', { offerId: s.show('Raj').id, channel: 'chat' }))
    expect(s.row(id).channel).toBe('chat')
    expect([...audience(s.state, 'interactions', s.row(id))]).toContain(s.idOf('Ana'))
  })

  test('[CX7] what else of the customer is open, who has it, and when that changes', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.contact('ann')
    s.accept('Ana')
    const call = s.contact('ann', 'voice')
    const alongside = () => s.agentSees('Ana').work[0]?.alongside
    const { subject } = s.row(call)
    expect(alongside()).toEqual([{ id: call, channel: 'voice', subject, agentName: null }])
    s.ready('Raj', 'voice')
    s.accept('Raj')
    expect(alongside()).toEqual([{ id: call, channel: 'voice', subject, agentName: 'Raj' }])
    expect([...audience(s.state, 'interactions', s.row(call))]).toContain(s.idOf('Ana'))
    expect(s.agentSees('Raj').work[0]?.alongside).toMatchObject([{ channel: 'chat', agentName: 'Ana' }])
    value(s.say('ann', 'contact:end', { interactionId: call }))
    expect(alongside()).toEqual([])
  })

  test('[CX7] what else is open stands in the order it came in, whatever order its rows were read in', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    s.disconnect('Ana')
    s.passUnnoticed(1)
    const open = (['chat', 'voice'] as const).map((channel) => {
      s.passUnnoticed(1)
      return s.contact('ann', channel)
    })
    const alongside = () => s.agentSees('Ana').work[0]?.alongside.map(({ id }) => id)
    expect(alongside()).toEqual(open)
    const chat = s.row(open[0] ?? first)
    s.state.drop('interactions', chat.id)
    s.state.put('interactions', chat)
    expect(alongside()).toEqual(open)
  })

  test('[CX5] work with its fence, reference, streams and whether the customer is there', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    const { fence } = s.accept('Ana')
    const { reference, conversationId, deskId, dialogueId } = s.row(id)
    expect(s.agentSees('Ana').work).toEqual([
      expect.objectContaining({ id, fence, reference, dialogueId, conversation: conversationId, desk: deskId }),
    ])
    s.disconnect('ann')
    expect(s.agentSees('Ana').work[0]?.customerPresence).toBe('away')
  })
})

describe('what a customer sees', () => {
  test('[CX4] is exactly these fields, and nothing of staff, notes, context or others', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.contact('tom')
    const id = s.contact('ann', 'voice')
    value(s.say('ann', 'contact:request', { channel: 'chat', bag: { ...emptyBag, items: said } }))
    const { reference, conversationId } = s.row(id)
    expect(s.customerSees('ann')).toEqual({
      version: s.store.version,
      now: s.now,
      customer: { name: 'Ann Lee', identified: true },
      interactions: [
        {
          id,
          parentId: null,
          channel: 'voice',
          subject: 'booking',
          reference,
          status: 'waiting',
          position: 1,
          estimatedWait: null,
          unserved: false,
          staffed: false,
          greeting: null,
          enqueuedAt: s.now,
          agentName: null,
          agentPresence: null,
          conversation: conversationId,
          call: {
            id: s.callOf(id).id,
            epoch: 1,
            state: 'joining',
            streamId: s.callOf(id).streamId,
            agentTabId: null,
            customerTabId: s.tab('ann'),
            connectedAt: null,
          },
        },
        expect.objectContaining({ channel: 'chat', position: 2 }),
      ],
    })
  })

  test('[CX4] a ring looks like waiting: whom it passes by is never told', () => {
    const s = site()
    s.contact('ann')
    const waiting = s.contactOf('ann')
    s.ready('Ana', 'chat')
    s.show('Ana')
    expect(s.contactOf('ann')).toEqual({ ...waiting, staffed: true })
  })
})

describe('the status before a contact', () => {
  const channels = (s: SiteScenario, subject?: string) =>
    siteStatus(s.state, subject === undefined ? {} : { subject }, s.now).channels

  test('[QU5] is closed with nobody, free with somebody able, queue at capacity', () => {
    const s = site()
    expect(siteStatus(s.state, {}, s.now)).toEqual({
      channels: { chat: 'closed', voice: 'closed' },
      agentsAvailable: 0,
      waiting: 0,
    })
    s.ready('Raj', 'voice')
    expect(channels(s)).toEqual({ chat: 'closed', voice: 'free' })
    s.contact('ann', 'voice')
    s.accept('Raj')
    s.contact('tom', 'voice')
    expect(siteStatus(s.state, {}, s.now)).toMatchObject({
      channels: { chat: 'closed', voice: 'queue' },
      agentsAvailable: 0,
      waiting: 1,
    })
  })

  test('[QU5] counts only those who have the skill of the subject, and an unknown one is the default', () => {
    const s = site()
    s.ready('Raj', 'chat')
    expect(channels(s, 'baggage').chat).toBe('closed')
    expect(channels(s, 'booking').chat).toBe('free')
    expect(channels(s, 'gone').chat).toBe('free')
    s.ready('Ana', 'chat')
    expect(channels(s, 'baggage').chat).toBe('free')
    expect(siteStatus(s.state, { subject: 'booking' }, s.now).agentsAvailable).toBe(2)
  })

  test('[QU13] offers what a contact would be admitted to: by segment, hours, load and who serves it', () => {
    const nine = { from: '09:00', to: '17:00' }
    const office = { key: 'office', zone: 'UTC', week: [[nine], [], [], [], [], [], []], holidays: [] }
    const s = new SiteScenario({
      agents: { Ana: {}, Raj: {} },
      customers: { ann: { segment: 'gold' }, tom: {} },
      routing: {
        hours: [office],
        queues: [
          queue('service', { channels: ['chat'], limit: 1 }),
          queue('calls', { channels: ['voice'], segments: ['gold'] }),
          queue('night', { hours: 'office' }),
        ],
        buttons: [
          button('calls', { channel: 'voice', whisper: 'vip' }),
          button('night', { subject: 'baggage' }),
          button('calls', { channel: 'voice' }),
        ],
      },
    })
    const offered = (asker: StatusAsker) => Object.keys(siteStatus(s.state, asker, s.now).channels)
    expect(offered({})).toEqual(['chat'])
    expect(offered({ segment: 'gold' })).toEqual(['chat', 'voice'])
    s.contact('tom')
    expect(offered({})).toEqual([])
    expect(offered({ segment: 'gold' })).toEqual(['voice'])
    const closed = siteStatus(s.state, { subject: 'baggage' }, s.now)
    expect(closed).toMatchObject({ channels: {}, opensAt: Date.parse('2027-01-18T09:00Z') })
    expect(offered({ subject: 'disputes' })).toEqual([])
  })

  test('[QU5] is not free for an agent who has gone or is no agent', () => {
    const s = site()
    s.ready('Raj', 'chat')
    s.disconnect('Raj')
    expect(channels(s).chat).toBe('closed')
  })
})
