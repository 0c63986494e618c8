import { describe, expect, test } from 'vitest'
import { isReference } from '@beckon/shared/rules/reference'
import type { InteractionId } from '@beckon/shared/model/ids'
import { numberedId } from '../../../testing/sequential-ids.ts'
import { emptyBag, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const site = () =>
  new SiteScenario({
    agents: { Ana: { skills: { baggage: 1 } }, Raj: {} },
    customers: { ann: { name: 'Ann Lee' }, tom: {} },
  })
const bag = {
  items: [{ key: 'flight', value: 'BS117', source: 'page' as const }],
  trail: [{ url: 'https://bluesky.example/baggage', title: 'Baggage', enteredAt: 1, dwellMs: 0 }],
  locale: 'en-GB',
  device: 'phone' as const,
}

describe('a request', () => {
  test('[QU1] with nobody there is queued', () => {
    const s = site()
    expect(s.row(s.contact('ann'))).toMatchObject({ status: 'queued', cause: null, enqueuedAt: s.now })
  })

  test('[IN3] a second one on the same channel is refused, one on another is not', () => {
    const s = site()
    s.contact('ann')
    const ask = (channel: 'chat' | 'voice') => refusalOf(s.say('ann', 'contact:request', { channel, bag: emptyBag }))
    expect([ask('chat'), ask('voice'), ask('voice')]).toEqual(['already-open', 'accepted', 'already-open'])
  })

  test('[IN3] while the last one is wrapped up, a customer may ask anew', () => {
    const s = site()
    s.ready('Raj', 'chat')
    const first = s.contact('ann')
    s.accept('Raj')
    value(s.say('ann', 'contact:end', { interactionId: first }))
    expect(s.row(first).status).toBe('wrap-up')
    expect(s.customerSees('ann').interactions).toEqual([])
    const second = value(s.say('ann', 'contact:request', { channel: 'chat', bag: emptyBag })).interactionId
    expect(s.customerSees('ann').interactions.map((row) => row.id)).toEqual([second])
  })

  test.each([
    ['an unknown subject', 'gone'],
    ['no subject', undefined],
  ])("[IN6] with %s gets the site's default", (_what, subject) => {
    const s = site()
    expect(s.row(s.contact('ann', 'chat', subject)).subject).toBe('booking')
  })

  test('[IN6] that grows out of a chat shares its subject and dialogue, and prefers its agent', () => {
    const s = site()
    s.ready('Ana', 'chat', 'voice')
    s.ready('Raj', 'chat', 'voice')
    const parentId = s.contact('ann', 'chat', 'baggage')
    s.accept('Ana')
    const payload = { channel: 'voice' as const, subject: 'booking', bag: emptyBag, parentId }
    const { interactionId } = value(s.say('ann', 'contact:request', payload))
    const { dialogueId } = s.row(parentId)
    expect(s.row(interactionId)).toMatchObject({
      subject: 'baggage',
      dialogueId,
      parentId,
      preferredAgentId: s.idOf('Ana'),
    })
    expect(s.ringing('Ana')?.why).toEqual(['same-agent'])
  })

  test("[IN9] another customer's contact as parent looks absent", () => {
    const s = site()
    const parentId = s.contact('ann')
    s.connect('tom')
    const grow = (id: InteractionId) =>
      s.say('tom', 'contact:request', { channel: 'voice', bag: emptyBag, parentId: id })
    expect(grow(parentId)).toEqual(grow(numberedId(5_000) as InteractionId))
    expect(refusalOf(grow(parentId))).toBe('not-found')
  })

  test('[IN8] has a reference that can be spoken, a conversation, a desk, and the one dialogue of the customer', () => {
    const s = site()
    const first = s.row(s.contact('ann'))
    value(s.say('ann', 'contact:end', { interactionId: first.id }))
    const second = s.row(s.contact('ann'))
    expect(isReference(first.reference)).toBe(true)
    expect(second.dialogueId).toBe(first.dialogueId)
    expect(s.store.find('dialogues', first.dialogueId)?.customerId).toBe(s.idOf('ann'))
    expect(s.store.streams.get(second.conversationId)?.kind).toBe('conversation')
    expect(s.store.streams.get(second.deskId)?.kind).toBe('desk')
  })

  test('[IN10] that arrives after its page has gone counts as one whose customer has left', () => {
    const s = site()
    s.ready('Raj', 'chat')
    s.connect('ann')
    s.disconnect('ann')
    const { interactionId } = value(s.say('ann', 'contact:request', { channel: 'chat', bag: emptyBag }))
    expect(s.ringing('Raj')).toBeUndefined()
    s.pass(600_000)
    expect(s.row(interactionId)).toMatchObject({ status: 'closed', cause: 'abandoned' })
  })

  test('[IN9] nobody but a customer can ask', () => {
    const s = site()
    expect(refusalOf(s.say('Ana', 'contact:request', { channel: 'chat', bag: emptyBag }))).toBe('not-found')
  })
})

describe('the end of a contact', () => {
  test('[IN7] in the queue is an abandonment, and the conversation says so', () => {
    const s = site()
    const interactionId = s.contact('ann')
    value(s.say('ann', 'contact:end', { interactionId }))
    expect(s.row(interactionId)).toMatchObject({
      status: 'closed',
      cause: 'abandoned',
      closedAt: s.now,
      endedAt: s.now,
    })
    expect(s.said(s.row(interactionId).conversationId)).toEqual([{ kind: 'ended', cause: 'abandoned' }])
  })

  test('[IN7] while being served begins the wrap-up', () => {
    const s = site()
    s.ready('Raj', 'chat')
    const interactionId = s.contact('ann')
    s.accept('Raj')
    value(s.say('ann', 'contact:end', { interactionId }))
    expect(s.row(interactionId)).toMatchObject({
      status: 'wrap-up',
      cause: 'ended-by-customer',
      ownerId: s.idOf('Raj'),
    })
    expect(refusalOf(s.say('ann', 'contact:end', { interactionId }))).toBe('closed')
  })

  test("[IN9] of another customer's contact looks like the end of one that never was", () => {
    const s = site()
    const ofAnn = s.contact('ann')
    s.connect('tom')
    const end = (interactionId: InteractionId) => s.say('tom', 'contact:end', { interactionId })
    expect(end(ofAnn)).toEqual(end(numberedId(5_000) as InteractionId))
    expect(refusalOf(end(ofAnn))).toBe('not-found')
    expect(s.row(ofAnn).status).toBe('queued')
  })

  test('[IN5] is final: nothing that follows changes a closed interaction', () => {
    const s = site()
    const interactionId = s.contact('ann')
    value(s.say('ann', 'contact:end', { interactionId }))
    const closed = s.row(interactionId)
    expect(refusalOf(s.say('ann', 'contact:end', { interactionId }))).toBe('not-found')
    s.ready('Raj', 'chat')
    s.pass(3_600_000)
    expect(s.row(interactionId)).toEqual(closed)
  })
})

describe('what travels with a contact', () => {
  test('[CX1] reaches the agent with the offer', () => {
    const s = site()
    s.ready('Raj', 'chat')
    s.connect('ann')
    value(s.say('ann', 'contact:request', { channel: 'chat', bag }))
    expect(s.agentSees('Raj').offers[0]?.context).toEqual({
      items: [{ key: 'flight', value: 'BS117', source: 'page', trust: 'client' }],
      trail: bag.trail,
      locale: 'en-GB',
      device: 'phone',
    })
  })

  test('[CX1] holds nothing that the customer removed', () => {
    const s = site()
    s.ready('Raj', 'chat')
    s.contact('ann')
    expect(s.agentSees('Raj').offers[0]?.context).toEqual({ items: [], trail: [], locale: null, device: null })
  })

  test('[CX3] is replaced by what the page learns later', () => {
    const s = site()
    s.ready('Raj', 'chat')
    const interactionId = s.contact('ann')
    s.accept('Raj')
    value(s.say('ann', 'context:update', { interactionId, bag }))
    expect(s.agentSees('Raj').work[0]?.context.trail).toEqual(bag.trail)
    value(s.say('ann', 'context:update', { interactionId, bag: emptyBag }))
    expect(s.agentSees('Raj').work[0]?.context).toMatchObject({ trail: [], locale: null, device: null })
  })

  test('[CX3] what another page does not say stays; the same key is replaced, an empty value takes it out', () => {
    const s = site()
    s.ready('Raj', 'chat')
    const interactionId = s.contact('ann')
    s.accept('Raj')
    const items = () => s.agentSees('Raj').work[0]?.context.items.map(({ key, value: said }) => `${key} ${said}`)
    const say = (...said: [key: string, value: string][]) =>
      value(
        s.say('ann', 'context:update', {
          interactionId,
          bag: { ...emptyBag, items: said.map(([key, text]) => ({ key, value: text, source: 'page' as const })) },
        }),
      )
    say(['flight', 'BS117'], ['tag', 'BS448102'])
    say(['step', 'claim'])
    expect(items()).toEqual(['step claim', 'flight BS117', 'tag BS448102'])
    say(['flight', 'BS118'], ['step', ''])
    expect(items()).toEqual(['flight BS118', 'tag BS448102'])
    say(...Array.from({ length: 32 }, (_, n): [string, string] => [`k${n}`, 'x']))
    expect(items()).toHaveLength(32)
    expect(items()).not.toContain('flight BS118')
  })

  test('[CX3] goes on to the call that grows out of a chat', () => {
    const s = site()
    s.ready('Raj', 'chat', 'voice')
    s.connect('ann')
    const { interactionId: parentId } = value(s.say('ann', 'contact:request', { channel: 'chat', bag }))
    s.accept('Raj')
    value(s.say('ann', 'contact:request', { channel: 'voice', bag: emptyBag, parentId }))
    expect(s.agentSees('Raj').offers[0]?.context.items).toMatchObject([{ key: 'flight', value: 'BS117' }])
  })

  test("[CX3] changes no more after the end, nor by another's hand", () => {
    const s = site()
    s.ready('Raj', 'chat')
    const interactionId = s.contact('ann')
    s.accept('Raj')
    expect(refusalOf(s.say('tom', 'context:update', { interactionId, bag }))).toBe('not-found')
    value(s.say('ann', 'contact:end', { interactionId }))
    expect(refusalOf(s.say('ann', 'context:update', { interactionId, bag }))).toBe('closed')
  })

  test('[CX3] is fixed once the page session of 24 h is over', () => {
    const s = site()
    const interactionId = s.contact('ann')
    s.passUnnoticed(86_399_999)
    expect(refusalOf(s.say('ann', 'context:update', { interactionId, bag }))).toBe('accepted')
    s.passUnnoticed(1)
    expect(refusalOf(s.say('ann', 'context:update', { interactionId, bag }))).toBe('expired')
  })
})
