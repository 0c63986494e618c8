import { describe, expect, test } from 'vitest'
import type { OfferId } from '@beckon/shared/model/ids'
import { numberedId } from '../../../testing/sequential-ids.ts'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const twoAgents = (): SiteScenario => {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
  site.ready('Ana', 'chat', 'voice')
  return site
}

describe('an offer', () => {
  test('[OF1] while one contact rings at the only agent, the next waits', () => {
    const site = twoAgents()
    site.contact('ann')
    const second = site.contact('tom')
    expect(site.state.offersTo(site.ringing('Ana')?.agentId as never)).toHaveLength(1)
    expect(site.row(second).status).toBe('queued')
    site.accept('Ana')
    expect(site.ringing('Ana')?.interactionId).toBe(second)
  })

  test.each([
    ['chat', 30_000],
    ['voice', 20_000],
  ] as const)('[OF2] a missed %s offer ends after %d ms and makes that channel not-responding', (channel, ms) => {
    const site = twoAgents()
    const contact = site.contact('ann', channel)
    const offer = site.show('Ana')
    site.pass(ms - 1)
    expect(site.offer(offer.id).status).toBe('pending')
    site.pass(1)
    expect(site.offer(offer.id)).toMatchObject({ status: 'timed-out', endedAt: site.now })
    expect(site.intent('Ana', channel)).toBe('not-responding')
    expect(site.intent('Ana', channel === 'chat' ? 'voice' : 'chat')).toBe('available')
    expect(site.row(contact).status).toBe('queued')
  })

  test('[OF2] a missed offer moves on to the next agent at once', () => {
    const site = twoAgents()
    site.ready('Raj', 'chat')
    const contact = site.contact('ann')
    site.show('Ana')
    site.pass(30_000)
    expect(site.ringing('Raj')?.interactionId).toBe(contact)
  })

  test('[OF3] an accept at the deadline counts as expired', () => {
    const site = twoAgents()
    site.contact('ann')
    const { id: offerId } = site.show('Ana')
    site.passUnnoticed(30_000)
    expect(refusalOf(site.say('Ana', 'offer:accept', { offerId }))).toBe('expired')
    expect(refusalOf(site.say('Ana', 'offer:decline', { offerId, reason: 'busy' }))).toBe('expired')
    expect(refusalOf(site.say('Ana', 'offer:shown', { offerId }))).toBe('expired')
  })

  test('[OF3] an accept one millisecond before the deadline counts', () => {
    const site = twoAgents()
    site.contact('ann')
    const { id: offerId } = site.show('Ana')
    site.passUnnoticed(29_999)
    expect(refusalOf(site.say('Ana', 'offer:accept', { offerId }))).toBe('accepted')
  })

  test("[OF3] an ended offer, another agent's and an invented one look the same", () => {
    const site = twoAgents()
    site.ready('Raj', 'chat')
    site.contact('ann')
    const offerId = site.show('Ana').id
    const answer = (name: string, id: OfferId) => site.say(name, 'offer:accept', { offerId: id })
    const ofAnother = answer('Raj', offerId)
    const invented = answer('Raj', numberedId(99) as OfferId)
    const ofCustomer = answer('ann', offerId)
    value(site.say('Ana', 'offer:decline', { offerId, reason: 'busy' }))
    const ended = answer('Ana', offerId)
    expect(refusalOf(ofAnother)).toBe('expired')
    expect([invented, ofCustomer, ended]).toEqual([ofAnother, ofAnother, ofAnother])
  })

  test('[OF4] an accept gives the interaction its owner and a higher fence in one step', () => {
    const site = twoAgents()
    const contact = site.contact('ann')
    const before = site.row(contact).fence
    const offer = site.show('Ana')
    const { interactionId, fence } = value(site.say('Ana', 'offer:accept', { offerId: offer.id }))
    expect(site.row(contact)).toMatchObject({ status: 'assigned', ownerId: site.idOf('Ana'), offerId: null, fence })
    expect(site.row(contact).answeredAt).toBe(site.now)
    expect(interactionId).toBe(contact)
    expect(fence).toBe(before + 1)
    expect(site.offer(offer.id).status).toBe('accepted')
    expect(site.said(site.row(contact).conversationId)).toEqual([{ kind: 'joined', agent: 'Ana' }])
  })

  test('[OF4] of two accepts in one batch the second is expired', () => {
    const site = twoAgents()
    site.contact('ann')
    const { id: offerId } = site.show('Ana')
    const accept = (tab: string) =>
      ({ name: 'offer:accept', by: site.who('Ana'), tabId: site.tab('Ana', tab), payload: { offerId } }) as const
    expect(site.node.run([accept('page'), accept('other')]).map(refusalOf)).toEqual(['accepted', 'expired'])
  })

  test('[OF5] a decline moves the offer on with its reason and leaves presence alone', () => {
    const site = twoAgents()
    site.ready('Raj', 'chat')
    const contact = site.contact('ann')
    const { id: offerId } = site.show('Ana')
    value(site.say('Ana', 'offer:decline', { offerId, reason: 'on-the-phone' }))
    expect(site.offer(offerId)).toMatchObject({ status: 'declined', reason: 'on-the-phone' })
    expect(site.intent('Ana', 'chat')).toBe('available')
    expect(site.ringing('Raj')?.interactionId).toBe(contact)
  })

  test('[OF12] a decline for a reason that the site does not offer is refused, and the offer rings on', () => {
    const site = twoAgents()
    site.contact('ann')
    const { id: offerId } = site.show('Ana')
    for (const reason of ['x', 'solved'])
      expect(refusalOf(site.say('Ana', 'offer:decline', { offerId, reason }))).toBe('invalid')
    expect(site.offer(offerId)).toMatchObject({ status: 'pending', reason: null })
  })

  test('[OF6] an offer that no screen shows within 2 s is undelivered, not missed', () => {
    const site = twoAgents()
    site.ready('Raj', 'chat')
    const contact = site.contact('ann')
    const offer = site.ringing('Ana')
    site.pass(1_999)
    expect(site.ringing('Ana')?.id).toBe(offer?.id)
    site.pass(1)
    expect(site.offer(offer?.id ?? '')).toMatchObject({ status: 'rescinded', reason: 'undelivered' })
    expect(site.intent('Ana', 'chat')).toBe('available')
    expect(site.ringing('Raj')?.interactionId).toBe(contact)
  })

  test('[OF6] a sweep that comes a minute late still finds an unshown offer undelivered', () => {
    const site = twoAgents()
    site.contact('ann')
    const offer = site.ringing('Ana')
    site.passUnnoticed(60_000)
    site.tick()
    expect(site.offer(offer?.id ?? '').reason).toBe('undelivered')
    expect(site.intent('Ana', 'chat')).toBe('available')
  })

  test('[OF6] shown twice, an offer keeps its first instant', () => {
    const site = twoAgents()
    site.contact('ann')
    const { id } = site.show('Ana')
    const first = site.now
    site.pass(500)
    site.show('Ana')
    expect(site.offer(id).shownAt).toBe(first)
  })

  test('[OF7] the end of the contact while it rings cancels the offer', () => {
    const site = twoAgents()
    const interactionId = site.contact('ann')
    const { id } = site.show('Ana')
    value(site.say('ann', 'contact:end', { interactionId }))
    expect(site.offer(id)).toMatchObject({ status: 'cancelled', endedAt: site.now })
    expect(site.row(interactionId)).toMatchObject({ status: 'closed', cause: 'abandoned', offerId: null })
    expect(refusalOf(site.say('Ana', 'offer:accept', { offerId: id }))).toBe('expired')
  })

  test('[OF8] answered in one tab, an offer is gone from the view all tabs share', () => {
    const site = twoAgents()
    site.connect('Ana', 'second')
    site.contact('ann')
    expect(site.agentSees('Ana').offers).toHaveLength(1)
    site.accept('Ana')
    expect(site.agentSees('Ana').offers).toEqual([])
    expect(site.agentSees('Ana').work).toHaveLength(1)
  })
})

describe('an offer answered elsewhere', () => {
  const ringing = (channel: 'chat' | 'voice', own: ConstructorParameters<typeof SiteScenario>[0]['agents'] = {}) => {
    const site = new SiteScenario({ agents: { Ana: {}, Raj: {}, ...own }, customers: { ann: {}, tom: {} } })
    site.ready('Ana', 'chat', 'voice')
    site.connect('Ana', 'phone')
    const contact = site.contact('ann', channel)
    return { site, contact, offerId: site.show('Ana').id }
  }

  test('[OF13] a call is taken on the page of theirs that the agent names, not where they said so', () => {
    const { site, contact, offerId } = ringing('voice')
    value(site.say('Ana', 'offer:accept', { offerId, tabId: site.tab('Ana', 'phone') }))
    expect(site.callOf(contact)).toMatchObject({ agentTabId: site.tab('Ana', 'phone'), state: 'connecting' })
    expect(site.row(contact).ownerId).toBe(site.idOf('Ana'))
  })

  test("[OF13] another agent's page, one that is gone and one that cannot take calls are refused, and it rings on", () => {
    const { site, offerId } = ringing('voice')
    site.connect('Raj')
    const take = (tabId: ReturnType<SiteScenario['tab']>) =>
      refusalOf(site.say('Ana', 'offer:accept', { offerId, tabId }))
    expect(take(site.tab('Raj'))).toBe('not-found')
    expect(take(site.tab('Ana', 'never-opened'))).toBe('not-found')
    value(site.say('Ana', 'device:set', { soundReady: false }, 'phone'))
    expect(take(site.tab('Ana', 'phone'))).toBe('not-free')
    expect(site.offer(offerId).status).toBe('pending')
  })

  test('[OF13] the agent sees which pages of theirs there are and on what, and nobody else’s', () => {
    const { site } = ringing('voice')
    site.connect('Raj')
    const own = site.agentSees('Ana').pages
    expect(own.map(({ id }) => id)).toEqual([site.tab('Ana'), site.tab('Ana', 'phone')])
    value(site.say('Ana', 'device:set', { soundReady: false }, 'phone'))
    expect(site.agentSees('Ana').pages[1]).toMatchObject({ soundReady: false, device: 'desktop' })
  })

  test('[OF14] a call that is answered in writing is a chat with its reference and its wait; the call is over, the customer told', () => {
    const { site, contact, offerId } = ringing('voice')
    const before = site.row(contact)
    const { id: callId } = site.callOf(contact)
    expect(site.agentSees('Ana').offers[0]?.answerOn).toEqual(['chat'])
    value(site.say('Ana', 'offer:accept', { offerId, channel: 'chat' }))
    expect(site.row(contact)).toMatchObject({
      channel: 'chat',
      status: 'assigned',
      ownerId: site.idOf('Ana'),
      reference: before.reference,
      enqueuedAt: before.enqueuedAt,
    })
    expect(site.store.find('calls', callId)?.state).toBe('ended')
    expect(site.said(before.conversationId)).toEqual([{ kind: 'joined', agent: 'Ana', insteadOf: 'voice' }])
    expect(site.contactOf('ann')).toMatchObject({ channel: 'chat', agentName: 'Ana', call: null })
    expect(site.agentSees('Ana').channels.map(({ used }) => used)).toEqual([1, 0])
  })

  test('[OF14] a chat that is answered by voice is taken, and its customer asked to talk, in one step', () => {
    const { site, contact, offerId } = ringing('chat')
    expect(site.agentSees('Ana').offers[0]?.answerOn).toEqual(['voice'])
    const { call } = value(site.say('Ana', 'offer:accept', { offerId, channel: 'voice' }))
    expect(site.row(contact)).toMatchObject({ channel: 'chat', status: 'assigned' })
    expect(site.row(call ?? '')).toMatchObject({ channel: 'voice', parentId: contact, ownerId: site.idOf('Ana') })
    expect(site.callOf(call as never).state).toBe('invited')
    value(site.say('ann', 'call:decline', { callId: site.callOf(call as never).id }))
    expect(site.row(contact).status).toBe('assigned')
  })

  test('[OF14] without a slot there, with one open there, or where the queue does not serve it, it is refused and rings on', () => {
    const full = ringing('chat', { Ana: { capacity: { chat: 4, voice: 0 } } })
    const refused = ({ site, offerId }: typeof full, channel: 'chat' | 'voice') => {
      const code = refusalOf(site.say('Ana', 'offer:accept', { offerId, channel }))
      expect(site.agentSees('Ana').offers[0]?.answerOn).toEqual([])
      expect(site.offer(offerId).status).toBe('pending')
      return code
    }
    expect(refused(full, 'voice')).toBe('busy')
    const open = ringing('voice')
    open.site.contact('ann', 'chat')
    expect(refused(open, 'chat')).toBe('already-open')
    const site = new SiteScenario({
      agents: { Ana: {} },
      customers: { ann: {} },
      routing: { queues: [queue('calls', { channels: ['voice'] })] },
    })
    site.ready('Ana', 'chat', 'voice')
    const contact = site.contact('ann', 'voice')
    expect(refused({ site, contact, offerId: site.show('Ana').id }, 'chat')).toBe('not-offered')
  })
})
