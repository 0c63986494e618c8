import type { AgentId } from '@beckon/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { nodeA, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { teamView } from '../views/team-view.ts'

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

  test('[PR21] a reason that the site does not offer now is refused and changes nothing', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const { version } = s.store
    expect(refusalOf(s.say('Ana', 'presence:set', { intent: 'unavailable', reason: 'golf' }))).toBe('invalid')
    expect(refusalOf(s.say('Ana', 'presence:next', { reason: 'golf' }))).toBe('invalid')
    expect(refusalOf(s.say('Ana', 'presence:set', { intent: 'unavailable', reason: 'busy' }))).toBe('invalid')
    expect(s.store.version).toBe(version)
    expect(s.intent('Ana', 'chat')).toBe('available')
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
    const since = s.now
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable', reason: 'lunch' }))
    s.pass(5_000)
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable', reason: 'meeting' }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ since, reason: 'meeting' })
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ since: s.now, reason: null })
  })

  test('[PR8] who begins to work has been ready since then; who reloads the page, as long as before', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.disconnect('Ana')
    s.pass(3_600_000)
    s.connect('Ana')
    const began = s.now
    expect(channelOf(s, 'Ana', 'chat')?.since).toBe(began)
    s.pass(5_000)
    s.disconnect('Ana')
    s.connect('Ana')
    expect(channelOf(s, 'Ana', 'chat')?.since).toBe(began)
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

describe('do-not-disturb', () => {
  test('[PR14] covers every channel, takes back what rings, and gives the former choices back', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const contact = s.contact('ann')
    const offer = s.show('Ana')
    value(s.say('Ana', 'dnd:set', { on: true }))
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded', reason: 'unavailable' })
    expect(s.agentSees('Ana')).toMatchObject({ overall: 'dnd', dndSince: s.now })
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ intent: 'available', presence: 'unavailable' })
    s.pass(3_600_000)
    expect(s.ringing('Ana')).toBeUndefined()
    value(s.say('Ana', 'dnd:set', { on: false }))
    expect(s.ringing('Ana')?.interactionId).toBe(contact)
    expect(s.agentSees('Ana')).toMatchObject({ overall: 'partial', dndSince: null })
    expect([s.intent('Ana', 'chat'), s.intent('Ana', 'voice')]).toEqual(['available', 'unavailable'])
  })

  test('[PR14] leaves the work in hand, and outlasts a lost page', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'dnd:set', { on: true }))
    s.disconnect('Ana')
    s.pass(1_000)
    s.connect('Ana')
    expect(s.row(id).ownerId).toBe(s.idOf('Ana'))
    expect(s.agentSees('Ana').overall).toBe('dnd')
  })

  test('[PR8] [PR14] said twice changes nothing', () => {
    const s = site()
    s.ready('Ana', 'chat')
    value(s.say('Ana', 'dnd:set', { on: true }))
    const { version } = s.store
    s.pass(1_000)
    value(s.say('Ana', 'dnd:set', { on: true }))
    expect(s.store.version).toBe(version)
  })
})

describe('what is planned for after the work', () => {
  test('[PR15] stops what is new at once, lets the work go on, and holds when the wrap-up ends', () => {
    const s = site()
    s.ready('Ana', 'chat', 'voice')
    const id = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'presence:next', { reason: 'lunch' }))
    expect(s.agentSees('Ana')).toMatchObject({ nextReason: 'lunch', overall: 'busy' })
    s.contact('tom')
    expect(s.ringing('Ana')).toBeUndefined()
    value(s.say('Ana', 'interaction:end', { interactionId: id, fence }))
    expect(s.intent('Ana', 'chat')).toBe('available')
    value(s.say('Ana', 'wrap-up:complete', { interactionId: id, fence, disposition: 'solved' }))
    expect(s.agentSees('Ana')).toMatchObject({ nextReason: null, overall: 'unavailable' })
    expect(channelOf(s, 'Ana', 'voice')).toMatchObject({ intent: 'unavailable', reason: 'lunch', since: s.now })
    expect(s.ringing('Ana')).toBeUndefined()
  })

  test('[PR15] holds at once for an agent with nothing in hand', () => {
    const s = site()
    s.ready('Ana', 'chat')
    value(s.say('Ana', 'presence:next', { reason: 'meeting' }))
    expect(channelOf(s, 'Ana', 'chat')).toMatchObject({ intent: 'unavailable', reason: 'meeting' })
  })

  test('[PR15] waits for the answer to what rings', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    s.contact('ann')
    const rings = s.ringing('Ana') ? 'Ana' : 'Raj'
    const offer = s.show(rings)
    value(s.say(rings, 'presence:next', { reason: 'lunch' }))
    expect(s.offer(offer.id).status).toBe('pending')
    value(s.say(rings, 'offer:decline', { offerId: offer.id, reason: 'busy' }))
    expect(channelOf(s, rings, 'chat')).toMatchObject({ intent: 'unavailable', reason: 'lunch' })
  })

  test('[PR15] taken back, what waits is offered again', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'presence:next', { reason: 'lunch' }))
    const waiting = s.contact('tom')
    value(s.say('Ana', 'presence:next', {}))
    expect(s.ringing('Ana')?.interactionId).toBe(waiting)
  })
})

describe('a device for calls', () => {
  test('[PR17] without one that is ready voice gets nothing, and the view says why', () => {
    const s = site()
    s.ready('Ana', 'chat', 'voice')
    value(s.say('Ana', 'device:set', { soundReady: false }))
    expect(channelOf(s, 'Ana', 'voice')).toMatchObject({ intent: 'available', deviceReady: false })
    expect(s.agentSees('Ana').overall).toBe('partial')
    const call = s.contact('ann', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
    s.contact('tom')
    expect(s.ringing('Ana')?.channel).toBe('chat')
    value(s.say('Ana', 'offer:decline', { offerId: s.show('Ana').id, reason: 'busy' }))
    value(s.say('Ana', 'device:set', { soundReady: true }))
    expect(s.ringing('Ana')?.interactionId).toBe(call)
  })

  test('[PR17] of several pages one is enough; when the last of them goes, what rings there moves on', () => {
    const s = site()
    s.ready('Ana', 'voice')
    s.ready('Raj', 'voice')
    s.connect('Ana', 'second')
    value(s.say('Ana', 'device:set', { soundReady: false }))
    const call = s.contact('ann', 'voice')
    const offer = s.show('Ana')
    s.disconnect('Ana', 'second')
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded', reason: 'unavailable' })
    expect(s.ringing('Raj')?.interactionId).toBe(call)
  })

  test('[PR17] is said for a page of one’s own only', () => {
    const s = site()
    s.connect('Ana')
    s.connect('Raj')
    expect(refusalOf(s.say('Ana', 'device:set', { soundReady: false }, 'never-opened'))).toBe('not-found')
    const foreign = {
      name: 'device:set',
      by: s.who('Ana'),
      tabId: s.tab('Raj'),
      payload: { soundReady: false },
    } as const
    expect(refusalOf(s.runOne(foreign))).toBe('not-found')
  })
})

describe('a page that is still opening', () => {
  const opening = (s: SiteScenario, which = 'page') => {
    const tabId = s.tab('Ana', which)
    value(s.say('Ana', 'tab:open', { tabId, nodeId: nodeA, screenUp: false }, which))
    for (const channel of ['chat', 'voice'] as const)
      value(s.say('Ana', 'presence:set', { channel, intent: 'available' }))
  }

  test('[PR22] takes no offer of any channel until it says that its screen is up, and then at once', () => {
    const s = site()
    opening(s)
    const contact = s.contact('ann')
    s.contact('tom', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(10_000)
    value(s.say('Ana', 'device:set', { soundReady: true, screenUp: true }))
    expect(s.ringing('Ana')?.interactionId).toBe(contact)
    expect(s.row(contact).passedBy).toEqual({})
  })

  test('[PR22] its agent is there all the same, and another page of theirs that is up is enough', () => {
    const s = site()
    opening(s)
    expect(s.agentSees('Ana').overall).toBe('ready')
    s.connect('Ana', 'second')
    s.contact('ann')
    expect(s.ringing('Ana')).toBeDefined()
  })

  test('[PR22] who is first stays first: nobody is passed by for a page that could not show the offer', () => {
    const s = site()
    opening(s)
    s.ready('Raj', 'chat')
    s.contact('ann')
    expect(s.ringing('Raj')).toBeDefined()
    s.show('Raj')
    value(s.say('Ana', 'device:set', { soundReady: true, screenUp: true }))
    expect(s.ringing('Raj')).toBeDefined()
  })
})

describe('what a site chooses for who begins to work', () => {
  const chosen = (signIn: 'all' | 'default' | 'none' | undefined) => {
    const s = new SiteScenario({ agents: { Ana: {} }, customers: {}, routing: signIn === undefined ? {} : { signIn } })
    s.connect('Ana')
    return { s, intents: () => [s.intent('Ana', 'chat'), s.intent('Ana', 'voice')] }
  }

  test.each([
    ['all', ['available', 'available']],
    ['default', ['available', 'unavailable']],
    ['none', ['unavailable', 'unavailable']],
    [undefined, ['unavailable', 'unavailable']],
  ] as const)('[PR18] %s', (signIn, expected) => {
    expect(chosen(signIn).intents()).toEqual(expected)
  })

  test('[PR18] holds for who was away for a minute, not for who only reloads the page', () => {
    const { s, intents } = chosen('default')
    value(s.say('Ana', 'presence:set', { intent: 'unavailable', reason: 'lunch' }))
    s.disconnect('Ana')
    s.pass(59_999)
    s.connect('Ana')
    expect(intents()).toEqual(['unavailable', 'unavailable'])
    s.disconnect('Ana')
    s.pass(60_000)
    s.connect('Ana')
    expect(intents()).toEqual(['available', 'unavailable'])
  })
})

test('[PR19] the timeline says what became of an agent, step by step, with the reason', () => {
  const s = site()
  s.ready('Ana', 'chat')
  value(s.say('Ana', 'dnd:set', { on: true }))
  value(s.say('Ana', 'dnd:set', { on: false }))
  value(s.say('Ana', 'presence:set', { intent: 'unavailable', reason: 'lunch' }))
  s.disconnect('Ana')
  expect(s.store.presenceChanges.map(({ channel, was, became, reason }) => [channel, was, became, reason])).toEqual([
    [null, 'offline', 'online', null],
    ['chat', 'unavailable', 'available', null],
    [null, 'online', 'dnd', null],
    [null, 'dnd', 'online', null],
    ['chat', 'available', 'unavailable', 'lunch'],
    ['voice', 'unavailable', 'unavailable', 'lunch'],
    [null, 'online', 'offline', null],
  ])
})

describe('the expert channel', () => {
  const experts = () => {
    const s = new SiteScenario({
      agents: {
        Li: { roles: ['expert'] },
        Eve: { roles: ['agent', 'expert'], capacity: { chat: 4, voice: 1, expert: 2 } },
      },
      customers: { ann: {} },
    })
    s.ready('Li', 'expert')
    return s
  }

  test('[PR23] is a media channel of experts, chosen like any other, with its slots and its place in what they are overall', () => {
    const s = experts()
    expect(s.agentSees('Li')).toMatchObject({
      overall: 'ready',
      channels: [{ channel: 'expert', capacity: 1, used: 0 }],
    })
    s.ready('Eve', 'chat', 'voice')
    expect(s.agentSees('Eve').channels.map(({ channel, capacity }) => [channel, capacity])).toContainEqual([
      'expert',
      2,
    ])
    expect(s.agentSees('Eve').overall).toBe('partial')
    value(s.say('Eve', 'presence:set', { channel: 'expert', intent: 'available' }))
    expect(s.agentSees('Eve').overall).toBe('ready')
    value(s.say('Li', 'dnd:set', { on: true }))
    expect(s.agentSees('Li')).toMatchObject({ overall: 'dnd', channels: [{ presence: 'unavailable' }] })
  })

  test('[PR23] stands in the timeline, and in the team that supervisors see', () => {
    const s = experts()
    expect(s.store.presenceChanges.at(-1)).toMatchObject({ channel: 'expert', became: 'available' })
    expect(teamView(s.state).find(({ name }) => name === 'Li')).toMatchObject({ overall: 'ready' })
  })

  test('[PR23] brings its expert no contact of a customer, and goes with the role', () => {
    const s = experts()
    s.contact('ann')
    expect(s.ringing('Li')).toBeUndefined()
    const actor = { actorKind: 'operator' as const, actorId: null, actorName: 'operator' }
    const change = { agentId: s.idOf('Li') as AgentId, change: { roles: ['agent' as const] }, actor }
    value(s.runOne({ name: 'agent:change', by: null, tabId: null, payload: change }))
    expect(s.agentSees('Li').channels.map(({ channel }) => channel)).toEqual(['chat', 'voice'])
  })
})
