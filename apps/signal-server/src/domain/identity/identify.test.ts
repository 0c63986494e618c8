import { describe, expect, test } from 'vitest'
import type { CustomerId } from '@beckon/shared/model/ids'
import { emptyBag, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const cast = {
  agents: { Ana: {} },
  customers: { visitor: {}, ann: { externalId: 'A-1', name: 'Annie' }, tom: { externalId: 'T-1', name: 'Tom' } },
}
const signed = { externalId: 'A-1', name: 'Ann Lee', segment: 'gold', signedContext: { tier: 'gold' } }
const proves = (s: SiteScenario, who: string, to: string | null, over: Partial<typeof signed> = {}) =>
  s.say(who, 'customer:identify', { ...signed, ...over, knownAs: to === null ? null : (s.idOf(to) as CustomerId) })
const customer = (s: SiteScenario, name: string) => s.store.find('customers', s.idOf(name))

describe('a visitor', () => {
  test('[ID1] whom the signature vouches for is identified on every screen', () => {
    const s = new SiteScenario(cast)
    s.ready('Ana', 'chat')
    s.contact('visitor')
    expect(s.agentSees('Ana').offers[0]?.customer).toEqual({ name: '', identified: false, segment: null })
    value(proves(s, 'visitor', null, { externalId: 'N-1' }))
    expect(s.agentSees('Ana').offers[0]?.customer).toEqual({ name: 'Ann Lee', identified: true, segment: 'gold' })
    expect(s.customerSees('visitor').customer).toEqual({ name: 'Ann Lee', identified: true })
  })

  test('[ID2] who proves to be a known customer becomes that customer, with what is open and every tab', () => {
    const s = new SiteScenario(cast)
    s.ready('Ana', 'chat')
    const chat = s.contact('visitor')
    s.accept('Ana')
    expect(value(proves(s, 'visitor', 'ann'))).toEqual({ customerId: s.idOf('ann') })
    expect(customer(s, 'visitor')?.mergedInto).toBe(s.idOf('ann'))
    expect(s.row(chat)).toMatchObject({ customerId: s.idOf('ann'), status: 'assigned', customerLostAt: null })
    expect(s.customerSees('visitor').interactions).toEqual([])
    expect(s.contactOf('ann')).toMatchObject({ id: chat, agentName: 'Ana' })
    expect(s.agentSees('Ana').work[0]?.customer).toEqual({ name: 'Ann Lee', identified: true, segment: 'gold' })
    expect(s.store.find('dataSessions', s.row(chat).dataSessionId)?.customerId).toBe(s.idOf('ann'))
    s.disconnect('visitor')
    expect(s.row(chat).customerLostAt).toBe(s.now)
  })

  test('[ID2] keeps the one dialogue of the known customer', () => {
    const s = new SiteScenario(cast)
    const before = s.contact('ann')
    value(s.say('ann', 'contact:end', { interactionId: before }))
    const { dialogueId } = s.row(before)
    const open = s.contact('visitor')
    value(proves(s, 'visitor', 'ann'))
    expect(s.row(open).dialogueId).toBe(dialogueId)
    expect(customer(s, 'ann')?.dialogueId).toBe(dialogueId)
  })

  test('[ID2] brings a dialogue to a known customer who had none', () => {
    const s = new SiteScenario(cast)
    const open = s.contact('visitor')
    const { dialogueId } = s.row(open)
    value(proves(s, 'visitor', 'ann'))
    expect(customer(s, 'ann')?.dialogueId).toBe(dialogueId)
    expect(s.store.find('dialogues', dialogueId)?.customerId).toBe(s.idOf('ann'))
  })

  test('[ID2] who became another can do nothing under the old name', () => {
    const s = new SiteScenario(cast)
    const open = s.contact('visitor')
    value(proves(s, 'visitor', 'ann'))
    expect(refusalOf(s.say('visitor', 'contact:end', { interactionId: open }))).toBe('not-found')
    expect(refusalOf(s.say('visitor', 'contact:request', { channel: 'voice', bag: emptyBag }))).toBe('not-found')
    expect(refusalOf(proves(s, 'visitor', 'ann'))).toBe('not-found')
  })

  test('[ID4] stays apart while both have one open on the same channel', () => {
    const s = new SiteScenario(cast)
    s.contact('ann')
    s.contact('visitor')
    expect(refusalOf(proves(s, 'visitor', 'ann'))).toBe('already-open')
    expect(customer(s, 'visitor')?.mergedInto).toBeNull()
  })

  test('[ID4] joins when what both have open is on different channels, or only wrapped up', () => {
    const s = new SiteScenario(cast)
    s.ready('Ana', 'chat')
    const old = s.contact('ann')
    s.accept('Ana')
    value(s.say('ann', 'contact:end', { interactionId: old }))
    const call = s.contact('ann', 'voice')
    const chat = s.contact('visitor')
    value(proves(s, 'visitor', 'ann'))
    expect(s.customerSees('ann').interactions.map((row) => row.id)).toEqual([call, chat])
  })

  test('[ID5] brings the known customer back who had left', () => {
    const s = new SiteScenario(cast)
    const call = s.contact('ann', 'voice')
    s.disconnect('ann')
    s.contact('visitor')
    value(proves(s, 'visitor', 'ann'))
    expect(s.row(call).customerLostAt).toBeNull()
  })

  test('[ID5] who left is here where the known customer is', () => {
    const s = new SiteScenario(cast)
    s.connect('ann')
    const chat = s.contact('visitor')
    s.disconnect('visitor')
    value(proves(s, 'visitor', 'ann'))
    expect(s.row(chat).customerLostAt).toBeNull()
  })
})

describe('an identified customer', () => {
  test('[ID3] cannot become another', () => {
    const s = new SiteScenario(cast)
    expect(refusalOf(proves(s, 'tom', 'ann'))).toBe('conflict')
    expect(refusalOf(proves(s, 'tom', null))).toBe('conflict')
  })

  test('[ID1] proved again gets the newer name, segment and context', () => {
    const s = new SiteScenario(cast)
    value(proves(s, 'ann', 'ann'))
    expect(customer(s, 'ann')).toMatchObject(signed)
  })
})

test('[ID1] of two visitors who prove at once to be the same new customer, one is told to try again', () => {
  const s = new SiteScenario({ agents: {}, customers: { one: {}, two: {} } })
  const claim = (who: string) =>
    ({ name: 'customer:identify', by: s.who(who), tabId: null, payload: { ...signed, knownAs: null } }) as const
  expect(s.node.run([claim('one'), claim('two')]).map(refusalOf)).toEqual(['accepted', 'conflict'])
  expect(s.store.all('customers').map((row) => row.externalId)).toEqual(['A-1', null])
  value(proves(s, 'two', 'one'))
  expect(customer(s, 'two')?.mergedInto).toBe(s.idOf('one'))
})
