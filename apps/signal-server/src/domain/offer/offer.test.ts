import { describe, expect, test } from 'vitest'
import type { OfferId } from '@beckon/shared/model/ids'
import { numberedId } from '../../../testing/sequential-ids.ts'
import { refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

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
