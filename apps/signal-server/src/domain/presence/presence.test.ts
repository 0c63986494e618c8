import { describe, expect, test } from 'vitest'
import { SiteScenario, value } from '../../../testing/site-scenario.ts'

const site = () => new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
const channelOf = (s: SiteScenario, name: string, channel: string) =>
  s.agentSees(name).channels.find((each) => each.channel === channel)

describe('what an agent chooses', () => {
  test('[PR2] holds on one media channel alone', () => {
    const s = site()
    s.ready('Ana', 'chat')
    expect(s.intent('Ana', 'chat')).toBe('available')
    expect(s.intent('Ana', 'voice')).toBe('unavailable')
  })

  test('[PR2] unavailable takes back what rings there, and it goes to another at once', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    const contact = s.contact('ann')
    const offer = s.show('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable', reason: 'lunch' }))
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded', reason: 'unavailable' })
    expect(s.ringing('Raj')?.interactionId).toBe(contact)
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ presence: 'unavailable', reason: 'lunch' })
  })

  test('[PR2] unavailable on one channel leaves what rings on the other', () => {
    const s = site()
    s.ready('Ana', 'chat', 'voice')
    s.contact('ann', 'voice')
    const offer = s.show('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
    expect(s.ringing('Ana')?.id).toBe(offer.id)
  })

  test('[PR2] unavailable keeps the work already owned', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const contact = s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
    expect(s.row(contact)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana') })
  })

  test('[PR8] chosen twice changes nothing', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const since = channelOf(s, 'Ana', 'chat')?.since
    const { version } = s.store
    s.pass(5_000)
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    expect(channelOf(s, 'Ana', 'chat')?.since).toBe(since)
    expect(s.store.version).toBe(version)
  })

  test('[PR8] another reason for the same intent keeps the instant since when it holds', () => {
    const s = site()
    s.connect('Ana')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable', reason: 'lunch' }))
    s.pass(5_000)
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable', reason: 'meeting' }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ since: 0, reason: 'meeting' })
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ since: s.now, reason: null })
  })

  test('[PR10] after a miss nothing more rings there until the agent chooses again', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const contact = s.contact('ann')
    s.show('Ana')
    s.pass(3_600_000)
    expect(s.ringing('Ana')).toBeUndefined()
    expect(channelOf(s, 'Ana', 'chat')?.presence).toBe('not-responding')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    expect(s.ringing('Ana')?.interactionId).toBe(contact)
  })
})

describe('what others see', () => {
  test('[PR1] is offline without a tab, whatever was chosen', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.disconnect('Ana')
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ intent: 'available', presence: 'offline' })
    expect(s.agentSees('Ana').overall).toBe('offline')
  })

  test('[PR1] is wrap-up while that is what takes the last slot', () => {
    const s = site()
    s.ready('Ana', 'voice')
    const id = s.contact('ann', 'voice')
    const { fence } = s.accept('Ana')
    expect(channelOf(s, 'Ana', 'voice')).toMatchObject({ presence: 'available', used: 1, capacity: 1 })
    value(s.say('Ana', 'interaction:end', { interactionId: id, fence }))
    expect(channelOf(s, 'Ana', 'voice')).toMatchObject({ presence: 'wrap-up', used: 1 })
    value(s.say('Ana', 'wrap-up:complete', { interactionId: id, fence, disposition: 'solved' }))
    expect(channelOf(s, 'Ana', 'voice')).toMatchObject({ presence: 'available', used: 0 })
  })

  test('[PR1] stays available in a wrap-up that leaves slots free', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: id, fence }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ presence: 'available', used: 1, capacity: 4 })
  })

  test('[PR9] is the first that holds of offline, unavailable, busy, ready, partial', () => {
    const s = site()
    const overall = () => s.agentSees('Ana').overall
    expect(overall()).toBe('offline')
    s.connect('Ana')
    expect(overall()).toBe('unavailable')
    s.ready('Ana', 'voice')
    expect(overall()).toBe('partial')
    s.ready('Ana', 'chat')
    expect(overall()).toBe('ready')
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
    s.contact('ann', 'voice')
    s.accept('Ana')
    expect(overall()).toBe('busy')
  })
})
