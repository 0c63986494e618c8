import type { AgentId, DeviceId, MediaChannelId } from '@beckon/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { numberedId } from '../../../testing/sequential-ids.ts'
import { nodeA, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { teamView } from '../views/team-view.ts'

const site = (routing = {}) =>
  new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} }, routing })

const choose = (s: SiteScenario, nickname: string, intent: 'available' | 'unavailable') =>
  s.say('Ana', 'presence:set', { mediaChannelId: s.voice('Ana', nickname).id, intent }, nickname)

/** Ana at her desk, where calls ring, with her phone beside it, where they do not. */
function deskAndPhone(routing = {}): SiteScenario {
  const s = site(routing)
  s.connectOn('Ana', 'Desk')
  s.connectOn('Ana', 'Phone')
  value(choose(s, 'Desk', 'available'))
  value(choose(s, 'Phone', 'unavailable'))
  return s
}
/** A call rings at Ana's desk, and a second ago she went. */
function goneWhileItRings() {
  const s = deskAndPhone()
  s.disconnect('Ana', 'Phone')
  s.contact('ann', 'voice')
  const offer = s.show('Ana')
  s.disconnect('Ana', 'Desk')
  s.pass(1_000)
  return { s, offer }
}
const voices = (s: SiteScenario) =>
  s
    .agentSees('Ana')
    .channels.filter(({ channel }) => channel === 'voice')
    .map(({ nickname, intent, presence }) => [nickname, intent, presence])

describe('media channels', () => {
  test('[PR24] of an agent are one a kind, and of voice one a device they use', () => {
    const s = deskAndPhone()
    expect(s.agentSees('Ana').channels.map(({ channel, nickname }) => [channel, nickname])).toEqual([
      ['chat', null],
      ['voice', 'Desk'],
      ['voice', 'Phone'],
    ])
  })

  test('[PR24] two pages of one device have one voice, which stays while one of them does', () => {
    const s = site()
    s.connectOn('Ana', 'Desk')
    s.connectOn('Ana', 'Desk', 'second page')
    value(choose(s, 'Desk', 'available'))
    s.disconnect('Ana', 'Desk')
    expect(voices(s)).toEqual([['Desk', 'available', 'available']])
  })

  test('[PR24] pages that do not say their device are all on one', () => {
    const s = site()
    s.connectOn('Ana', 'Desk')
    s.connect('Ana', 'a program')
    s.connect('Ana', 'another')
    expect(voices(s).map(([nickname]) => nickname)).toEqual([null, 'Desk'])
  })

  test('[PR24] the first device goes on with what was chosen before there was any', () => {
    const s = site()
    s.ready('Ana', 'voice')
    s.disconnect('Ana')
    s.connectOn('Ana', 'Desk')
    expect(voices(s)).toEqual([['Desk', 'available', 'available']])
  })

  test('[PR24] eight devices are remembered; the one not used for longest makes room, with its choice', () => {
    const s = site()
    for (let n = 1; n <= 9; n++) {
      s.connectOn('Ana', `No. ${n}`)
      s.disconnect('Ana', `No. ${n}`)
      s.pass(1_000)
    }
    expect(voices(s).map(([nickname]) => nickname)).toEqual([
      'No. 2',
      'No. 3',
      'No. 4',
      'No. 5',
      'No. 6',
      'No. 7',
      'No. 8',
      'No. 9',
    ])
    s.connectOn('Ana', 'No. 1')
    expect(voices(s).map(([nickname]) => nickname)).not.toContain('No. 2')
  })

  test('[PR24] no device that is connected makes room for another', () => {
    const s = site()
    for (let n = 1; n <= 9; n++) s.connectOn('Ana', `No. ${n}`)
    expect(voices(s)).toHaveLength(9)
  })

  test('[PR24] a page that says it is on another device than before has left that one', () => {
    const s = deskAndPhone()
    s.contact('ann', 'voice')
    const offer = s.show('Ana')
    const page = { tabId: s.tab('Ana', 'Desk'), nodeId: nodeA, deviceId: s.device('Phone') }
    value(s.say('Ana', 'tab:open', page, 'Desk'))
    expect(s.voice('Ana', 'Desk').presence).toBe('offline')
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded' })
  })

  test('[PR24] somebody who becomes an agent while connected has a voice where they are', () => {
    const s = new SiteScenario({ agents: { Eve: { roles: ['expert'] } }, customers: {} })
    s.connectOn('Eve', 'Desk')
    const actor = { actorKind: 'operator' as const, actorId: null, actorName: 'operator' }
    const change = { agentId: s.idOf('Eve') as AgentId, change: { roles: ['agent' as const] }, actor }
    value(s.runOne({ name: 'agent:change', by: null, tabId: null, payload: change }))
    expect(s.agentSees('Eve').channels.find(({ channel }) => channel === 'voice')).toMatchObject({
      deviceId: s.device('Desk'),
      presence: 'unavailable',
    })
  })
})

describe('a call', () => {
  test('[PR25] comes to who is available on one of their devices', () => {
    const s = deskAndPhone()
    s.contact('ann', 'voice')
    expect(s.ringing('Ana')).toBeDefined()
  })

  test('[PR25] does not come where the device that is available has no sound, whatever another has', () => {
    const s = deskAndPhone()
    value(s.say('Ana', 'device:set', { soundReady: false }, 'Desk'))
    s.contact('ann', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
    value(choose(s, 'Phone', 'available'))
    expect(s.ringing('Ana')).toBeDefined()
  })

  test('[PR25] does not come where the device that is available shows no offer yet', () => {
    const s = deskAndPhone()
    value(s.say('Ana', 'device:set', { soundReady: true, screenUp: false }, 'Desk'))
    s.contact('ann', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
  })

  test('[PR25] rings on while another device of theirs is available, and moves on with the last', () => {
    const s = deskAndPhone()
    s.ready('Raj', 'voice')
    value(s.say('Raj', 'dnd:set', { on: true }))
    value(choose(s, 'Phone', 'available'))
    s.contact('ann', 'voice')
    const offer = s.show('Ana')
    value(choose(s, 'Desk', 'unavailable'))
    expect(s.offer(offer.id).status).toBe('pending')
    value(choose(s, 'Phone', 'unavailable'))
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded', reason: 'unavailable' })
  })

  test('[PR25, PR17] moves on when the device it rings on is gone and the one that is left was not chosen', () => {
    const s = deskAndPhone()
    s.contact('ann', 'voice')
    const offer = s.show('Ana')
    s.disconnect('Ana', 'Desk')
    expect(s.offer(offer.id).status).toBe('rescinded')
  })

  test('[PR25, PR5] moves on when they come back, within the grace of who has gone, on a device that was not chosen', () => {
    const { s, offer } = goneWhileItRings()
    s.connectOn('Ana', 'Phone')
    expect(s.offer(offer.id)).toMatchObject({ status: 'rescinded', reason: 'unavailable' })
  })

  test('[PR25, PR5] rings on when they come back on the device it rang on', () => {
    const { s, offer } = goneWhileItRings()
    s.connectOn('Ana', 'Desk')
    expect(s.offer(offer.id).status).toBe('pending')
  })

  test('[PR25, OF13] is taken on a device where it does not ring, too', () => {
    const s = deskAndPhone()
    const call = s.contact('ann', 'voice')
    const offer = s.show('Ana')
    value(s.say('Ana', 'offer:accept', { offerId: offer.id }, 'Phone'))
    expect(s.callOf(call).agentTabId).toBe(s.tab('Ana', 'Phone'))
  })

  test('[PR25] that is missed makes not responding where it rang, and nowhere else', () => {
    const s = deskAndPhone()
    s.contact('ann', 'voice')
    s.show('Ana')
    s.pass(20_000)
    s.tick()
    expect(voices(s)).toEqual([
      ['Desk', 'not-responding', 'not-responding'],
      ['Phone', 'unavailable', 'unavailable'],
    ])
    expect(s.voice('Ana', 'Desk').missed).not.toBeNull()
  })

  test('[PR25, RT3] counts for who had it, on whatever device, and for a device that is new', () => {
    const s = deskAndPhone()
    value(choose(s, 'Phone', 'available'))
    s.contact('ann', 'voice')
    s.accept('Ana')
    s.connectOn('Ana', 'Tablet')
    const assigned = s.store
      .all('presences')
      .filter(({ channel, agentId }) => channel === 'voice' && agentId === s.idOf('Ana'))
    expect(assigned.map(({ lastAssignedAt }) => lastAssignedAt)).toEqual([s.now, s.now, s.now])
  })
})

describe('who begins to work on a device', () => {
  test.each([
    ['all', 'available'],
    ['default', 'unavailable'],
    ['none', 'unavailable'],
  ] as const)(
    '[PR26] where the site says %s is %s on its voice, and what other devices chose stays',
    (signIn, intent) => {
      const s = site({ signIn })
      s.connectOn('Ana', 'Desk')
      expect(s.voice('Ana', 'Desk').intent).toBe(intent)
      const other = intent === 'available' ? 'unavailable' : 'available'
      value(choose(s, 'Desk', other))
      s.connectOn('Ana', 'Phone')
      expect([s.voice('Ana', 'Desk').intent, s.voice('Ana', 'Phone').intent]).toEqual([other, intent])
    },
  )

  test('[PR26] finds what was chosen on it, where the site says nothing; a reload begins nothing', () => {
    const s = deskAndPhone({})
    s.disconnect('Ana', 'Desk')
    s.pass(59_999)
    s.connectOn('Ana', 'Desk')
    expect(voices(s).map(([nickname, intent]) => [nickname, intent])).toEqual([
      ['Desk', 'available'],
      ['Phone', 'unavailable'],
    ])
    s.disconnect('Ana', 'Desk')
    s.pass(600_000)
    s.connectOn('Ana', 'Desk')
    expect(s.voice('Ana', 'Desk')).toMatchObject({ intent: 'available', since: s.now })
  })

  test('[PR26] is back on a device within the minute as they left it, whatever the site says', () => {
    const s = site({ signIn: 'all' })
    s.connectOn('Ana', 'Desk')
    value(choose(s, 'Desk', 'unavailable'))
    s.disconnect('Ana', 'Desk')
    s.pass(59_999)
    s.connectOn('Ana', 'Desk')
    expect(s.voice('Ana', 'Desk').intent).toBe('unavailable')
    s.disconnect('Ana', 'Desk')
    s.pass(60_000)
    s.connectOn('Ana', 'Desk')
    expect(s.voice('Ana', 'Desk').intent).toBe('available')
  })

  test('[PR26] that is new goes on as on the one used last when it is alone, and is off beside another', () => {
    const s = site()
    s.connectOn('Ana', 'Desk')
    value(choose(s, 'Desk', 'available'))
    s.connectOn('Ana', 'Phone')
    expect(s.voice('Ana', 'Phone').intent).toBe('unavailable')
    s.disconnect('Ana', 'Phone')
    s.pass(1_000)
    s.disconnect('Ana', 'Desk')
    s.connectOn('Ana', 'Hot desk')
    expect(s.voice('Ana', 'Hot desk').intent).toBe('available')
  })
})

describe('a device that is not connected', () => {
  test('[PR27] is offline, and counts for nothing in what the agent is overall', () => {
    const s = deskAndPhone()
    value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))
    expect(s.agentSees('Ana').overall).toBe('partial')
    s.disconnect('Ana', 'Phone')
    expect(voices(s)).toEqual([
      ['Desk', 'available', 'available'],
      ['Phone', 'unavailable', 'offline'],
    ])
    expect(s.agentSees('Ana').overall).toBe('ready')
  })

  test('[PR27] brings nobody a call, however available it was left', () => {
    const s = deskAndPhone()
    value(choose(s, 'Desk', 'unavailable'))
    value(choose(s, 'Phone', 'available'))
    s.disconnect('Ana', 'Phone')
    s.contact('ann', 'voice')
    expect(s.ringing('Ana')).toBeUndefined()
    s.connectOn('Ana', 'Phone')
    expect(s.ringing('Ana')).toBeDefined()
  })

  test('[PR14] do-not-disturb covers every device and gives each its choice back', () => {
    const s = deskAndPhone()
    value(s.say('Ana', 'dnd:set', { on: true }, 'Phone'))
    expect(voices(s)).toEqual([
      ['Desk', 'available', 'unavailable'],
      ['Phone', 'unavailable', 'unavailable'],
    ])
    value(s.say('Ana', 'dnd:set', { on: false }, 'Phone'))
    expect(voices(s)[0]).toEqual(['Desk', 'available', 'available'])
  })

  test('[PR2, PR15] who leaves for lunch, now or next, leaves the devices they have with them', () => {
    const s = deskAndPhone()
    value(choose(s, 'Phone', 'available'))
    s.disconnect('Ana', 'Phone')
    value(s.say('Ana', 'presence:set', { intent: 'unavailable', reason: 'lunch' }, 'Desk'))
    expect(voices(s).map(([, intent]) => intent)).toEqual(['unavailable', 'available'])
    value(choose(s, 'Desk', 'available'))
    value(s.say('Ana', 'presence:next', { reason: 'lunch' }, 'Desk'))
    expect(voices(s).map(([, intent]) => intent)).toEqual(['unavailable', 'available'])
  })

  test('[PR2] all of a kind are chosen at once, whichever device says so', () => {
    const s = deskAndPhone()
    value(s.say('Ana', 'presence:set', { channel: 'voice', intent: 'available' }, 'Phone'))
    expect(voices(s).map(([, intent]) => intent)).toEqual(['available', 'available'])
  })
})

describe('a nickname', () => {
  const rename = (s: SiteScenario, mediaChannelId: MediaChannelId, nickname: string, who = 'Ana') =>
    s.say(who, 'media-channel:rename', { mediaChannelId, nickname })
  const remove = (s: SiteScenario, mediaChannelId: MediaChannelId, who = 'Ana') =>
    s.say(who, 'media-channel:remove', { mediaChannelId })

  test('[PR28] is the agent’s to change, and numbered where another device of theirs is called so', () => {
    const s = deskAndPhone()
    value(rename(s, s.voice('Ana', 'Phone').id, 'Mobile'))
    expect(voices(s).map(([nickname]) => nickname)).toEqual(['Desk', 'Mobile'])
    value(rename(s, s.voice('Ana', 'Mobile').id, 'Desk'))
    expect(voices(s).map(([nickname]) => nickname)).toEqual(['Desk', 'Desk 2'])
  })

  test('[PR28] as the console proposes it is numbered alike, and never longer than 40 characters', () => {
    const s = site()
    const long = 'd'.repeat(40)
    for (const page of ['one', 'two']) {
      const deviceId = s.device(page)
      value(s.say('Ana', 'tab:open', { tabId: s.tab('Ana', page), nodeId: nodeA, deviceId, nickname: long }, page))
    }
    expect(voices(s).map(([nickname]) => nickname)).toEqual([`${'d'.repeat(38)} 2`, long])
  })

  test('[PR28, AU14] is never cut in the middle of a character to make room for its number', () => {
    const s = site()
    const wished = `${'d'.repeat(37)}😀`
    for (const page of ['one', 'two']) {
      const deviceId = s.device(page)
      value(s.say('Ana', 'tab:open', { tabId: s.tab('Ana', page), nodeId: nodeA, deviceId, nickname: wished }, page))
    }
    expect(voices(s).map(([nickname]) => nickname)).toEqual([`${'d'.repeat(37)} 2`, wished])
  })

  test('[PR28] a device that is not connected goes; one that is stays, and so does the last', () => {
    const s = deskAndPhone()
    const { id } = s.voice('Ana', 'Phone')
    expect(refusalOf(remove(s, id))).toBe('conflict')
    s.disconnect('Ana', 'Phone')
    value(remove(s, id))
    expect(voices(s).map(([nickname]) => nickname)).toEqual(['Desk'])
    expect(refusalOf(remove(s, id))).toBe('not-found')
    const desk = s.voice('Ana', 'Desk').id
    s.disconnect('Ana', 'Desk')
    expect(refusalOf(remove(s, desk))).toBe('conflict')
  })

  test('[PR28] a device that was removed is a new one when it comes again', () => {
    const s = deskAndPhone()
    const { id } = s.voice('Ana', 'Phone')
    s.disconnect('Ana', 'Phone')
    value(remove(s, id))
    s.connectOn('Ana', 'Phone')
    expect(s.voice('Ana', 'Phone').id).not.toBe(id)
  })

  test('[PR28, AU2] of others and of nobody’s is absent, and so is one of what is no device', () => {
    const s = deskAndPhone()
    s.connectOn('Raj', 'Desk')
    const chat = s.agentSees('Ana').channels.find(({ channel }) => channel === 'chat')
    const absent = [s.voice('Raj', 'Desk').id, numberedId(0xfffff) as MediaChannelId]
    for (const id of [...absent, ...(chat ? [chat.id] : [])]) {
      expect(refusalOf(rename(s, id, 'Mine'))).toBe('not-found')
      expect(refusalOf(remove(s, id))).toBe('not-found')
    }
    for (const mediaChannelId of absent) {
      expect(refusalOf(s.say('Ana', 'presence:set', { mediaChannelId, intent: 'available' }))).toBe('not-found')
    }
  })
})

test('[PR29] the timeline and the team say which device it was', () => {
  const s = deskAndPhone()
  value(s.say('Ana', 'media-channel:rename', { mediaChannelId: s.voice('Ana', 'Desk').id, nickname: 'Home' }))
  const told = s.store.presenceChanges.filter(({ channel }) => channel === 'voice')
  expect(told.map(({ nickname, became }) => [nickname, became])).toEqual([['Desk', 'available']])
  expect(teamView(s.state)[0]?.channels.map(({ channel, nickname }) => [channel, nickname])).toEqual([
    ['chat', null],
    ['voice', 'Home'],
    ['voice', 'Phone'],
  ])
})

test('[PR24] a device of one agent is not another’s, on the same browser profile', () => {
  const s = site()
  const deviceId = numberedId(0xdddd) as DeviceId
  for (const name of ['Ana', 'Raj']) {
    value(s.say(name, 'tab:open', { tabId: s.tab(name), nodeId: nodeA, deviceId, nickname: 'Desk' }))
  }
  value(s.say('Ana', 'presence:set', { channel: 'voice', intent: 'available' }))
  expect(s.agentSees('Raj').channels.find(({ channel }) => channel === 'voice')).toMatchObject({
    intent: 'unavailable',
  })
})
