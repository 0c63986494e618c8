import { describe, expect, test } from 'vitest'
import { nodeA, nodeB, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { nextDue } from './deadlines.ts'

const site = () => new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
/** Ana serves Ann on a channel. */
const serving = (channel: 'chat' | 'voice' = 'chat') => {
  const s = site()
  s.ready('Ana', 'chat', 'voice')
  const id = s.contact('ann', channel)
  const { fence } = s.accept('Ana')
  return { s, id, fence }
}

describe('an agent who is lost', () => {
  test('[PR3] gets no offer from the moment the last tab is gone', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.connect('Ana', 'second')
    s.disconnect('Ana')
    s.contact('ann')
    expect(s.ringing('Ana')?.status).toBe('pending')
    value(s.say('Ana', 'offer:decline', { offerId: s.show('Ana').id, reason: 'busy' }))
    s.disconnect('Ana', 'second')
    s.contact('tom')
    s.pass(3_600_000)
    expect(s.ringing('Ana')).toBeUndefined()
  })

  test('[PR5] keeps what rings for 5 s; then it moves on and nobody missed it', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.ready('Raj', 'chat')
    const contact = s.contact('ann')
    const { id } = s.show('Ana')
    s.pass(1_000)
    s.disconnect('Ana')
    s.pass(4_999)
    expect(s.offer(id).status).toBe('pending')
    s.pass(1)
    expect(s.offer(id)).toMatchObject({ status: 'rescinded', reason: 'agent-lost' })
    expect(s.intent('Ana', 'chat')).toBe('available')
    expect(s.ringing('Raj')?.interactionId).toBe(contact)
  })

  test.each([
    ['chat', 60_000],
    ['voice', 30_000],
  ] as const)('[PR5] keeps a %s for %d ms; then the customer is told and waits at the old place', (channel, ms) => {
    const { s, id, fence } = serving(channel)
    const { enqueuedAt } = s.row(id)
    s.disconnect('Ana')
    expect(s.contactOf('ann')).toMatchObject({ agentName: 'Ana', agentPresence: 'away' })
    s.pass(ms - 1)
    expect(s.row(id).status).toBe('assigned')
    s.pass(1)
    expect(s.row(id)).toMatchObject({ status: 'queued', ownerId: null, fence: fence + 1, enqueuedAt })
    expect(s.said(s.row(id).conversationId).at(-1)).toEqual({ kind: 'released' })
    expect(s.contactOf('ann')).toMatchObject({ status: 'waiting', position: 1, agentName: null })
  })

  test('[PR5] is preferred when back, even against an idler agent', () => {
    const { s, id } = serving()
    s.disconnect('Ana')
    s.pass(60_000)
    s.runOne({
      name: 'tab:open',
      by: s.who('Ana'),
      tabId: s.tab('Ana'),
      payload: { tabId: s.tab('Ana'), nodeId: nodeA },
    })
    expect(s.ringing('Ana')).toMatchObject({ interactionId: id, why: ['same-agent'] })
  })

  test('[PR5] whose customer was released cannot end it any more', () => {
    const { s, id, fence } = serving()
    s.disconnect('Ana')
    s.pass(60_000)
    expect(refusalOf(s.say('Ana', 'interaction:end', { interactionId: id, fence }))).toBe('not-found')
    s.connect('Ana')
    s.accept('Ana')
    expect(refusalOf(s.say('Ana', 'interaction:end', { interactionId: id, fence }))).toBe('stale-fence')
  })

  test('[PR4] and comes back within the time has everything still', () => {
    const { s, id, fence } = serving()
    s.disconnect('Ana')
    s.pass(59_999)
    s.connect('Ana', 'reloaded')
    s.pass(600_000)
    expect(s.row(id)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana'), fence })
    expect(s.contactOf('ann').agentPresence).toBe('here')
  })

  test('[PR4] is back only for the time before the next loss: the clock starts anew', () => {
    const { s, id } = serving()
    s.disconnect('Ana')
    s.pass(50_000)
    s.connect('Ana')
    s.disconnect('Ana')
    s.pass(59_999)
    expect(s.row(id).status).toBe('assigned')
    s.pass(1)
    expect(s.row(id).status).toBe('queued')
  })
})

describe('tabs and nodes', () => {
  test('[PR6] a tab that moved to another node is not lost with the old one', () => {
    const { s, id } = serving()
    s.connect('ann', 'page', nodeB)
    s.disconnect('ann', 'page', nodeA)
    value(s.runOne({ name: 'node:lost', by: null, tabId: null, payload: { nodeId: nodeA, since: s.now } }))
    expect(s.row(id).customerLostAt).toBeNull()
    s.disconnect('ann', 'page', nodeB)
    expect(s.row(id).customerLostAt).toBe(s.now)
  })

  test('[PR7] a lost node takes every tab it held, and no other', () => {
    const { s, id } = serving()
    s.connect('Ana', 'page', nodeB)
    value(s.runOne({ name: 'node:lost', by: null, tabId: null, payload: { nodeId: nodeA, since: s.now } }))
    expect(s.agentSees('Ana').work[0]?.customerPresence).toBe('away')
    expect(s.agentSees('Ana').overall).not.toBe('offline')
    value(s.runOne({ name: 'node:lost', by: null, tabId: null, payload: { nodeId: nodeB, since: s.now } }))
    expect(s.agentSees('Ana').overall).toBe('offline')
    expect(s.row(id).status).toBe('assigned')
  })

  test('[PR7] who was on a lost node is gone since its last sign of life: what rings moves on 5 s after that', () => {
    const s = site()
    s.ready('Ana', 'chat')
    s.contact('ann')
    const { id } = s.show('Ana')
    const since = s.now
    s.pass(4_500)
    value(s.runOne({ name: 'node:lost', by: null, tabId: null, payload: { nodeId: nodeA, since } }))
    s.pass(499)
    expect(s.offer(id).status).toBe('pending')
    s.pass(1)
    expect(s.offer(id)).toMatchObject({ status: 'rescinded', reason: 'agent-lost' })
  })

  test('[PR11] a tab of one end of a call cannot be claimed by the other', () => {
    const s = site()
    s.connect('Ana')
    s.connect('ann')
    const claim = (name: string, tab: string) =>
      refusalOf(
        s.runOne({
          name: 'tab:open',
          by: s.who(name),
          tabId: s.tab(tab),
          payload: { tabId: s.tab(tab), nodeId: nodeA },
        }),
      )
    expect([claim('ann', 'Ana'), claim('Ana', 'ann'), claim('Raj', 'Ana')]).toEqual([
      'conflict',
      'conflict',
      'conflict',
    ])
    expect(s.agentSees('Ana').overall).toBe('unavailable')
  })

  test('[PR11] a page that signed out and became another visitor leaves the first', () => {
    const s = site()
    const contact = s.contact('ann')
    value(
      s.runOne({
        name: 'tab:open',
        by: s.who('tom'),
        tabId: s.tab('ann'),
        payload: { tabId: s.tab('ann'), nodeId: nodeB },
      }),
    )
    expect(s.row(contact).customerLostAt).toBe(s.now)
    expect(s.state.tabsOf(s.idOf('tom') as never)).toHaveLength(1)
  })

  test('[PR11] staff whom the site does not know have no tab', () => {
    const s = site()
    const stranger = { ...s.who('Ana'), agentId: s.idOf('ann') } as never
    const open = { tabId: s.tab('Ana'), nodeId: nodeA }
    expect(refusalOf(s.runOne({ name: 'tab:open', by: stranger, tabId: s.tab('Ana'), payload: open }))).toBe(
      'not-found',
    )
    expect(refusalOf(s.runOne({ name: 'tab:open', by: null, tabId: null, payload: open }))).toBe('unauthenticated')
  })
})

describe('a customer who leaves', () => {
  test.each([
    ['chat', 600_000],
    ['voice', 60_000],
  ] as const)('[QU3] the queue for %s keeps the place for %d ms, unoffered, then has abandoned it', (channel, ms) => {
    const s = site()
    const id = s.contact('ann', channel)
    s.disconnect('ann')
    s.ready('Ana', channel)
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(ms - 1)
    expect(s.row(id).status).toBe('queued')
    s.pass(1)
    expect(s.row(id)).toMatchObject({ status: 'closed', cause: 'abandoned' })
  })

  test('[QU3] and comes back in time has the old place', () => {
    const s = site()
    const first = s.contact('ann')
    s.pass(1)
    s.contact('tom')
    s.disconnect('ann')
    s.pass(599_000)
    s.connect('ann')
    s.ready('Ana', 'chat')
    expect(s.ringing('Ana')?.interactionId).toBe(first)
  })

  test('[QU3] and is offered already is closed in the same time, the offer cancelled', () => {
    const s = site()
    s.ready('Ana', 'voice')
    s.connect('tom')
    const id = s.contact('ann', 'voice')
    const { id: offerId } = s.show('Ana')
    s.disconnect('ann')
    s.passUnnoticed(60_000)
    s.tick()
    expect(s.row(id)).toMatchObject({ status: 'queued' })
    s.tick()
    expect(s.row(id)).toMatchObject({ status: 'closed', cause: 'abandoned' })
    expect(s.offer(offerId).status).toBe('timed-out')
  })

  test.each([
    ['chat', 1_800_000],
    ['voice', 60_000],
  ] as const)('[QU3] a %s that is served keeps the agent for %d ms, then the exchange ends', (channel, ms) => {
    const { s, id } = serving(channel)
    s.disconnect('ann')
    s.pass(ms - 1)
    expect(s.row(id).status).toBe('assigned')
    s.pass(1)
    expect(s.row(id)).toMatchObject({ status: 'wrap-up', cause: 'customer-lost' })
  })

  test('[PR4] one tab of several is no departure', () => {
    const { s, id } = serving()
    s.connect('ann', 'second')
    s.disconnect('ann')
    expect(s.row(id).customerLostAt).toBeNull()
  })

  test('[QU3] while a late sweep finds agent and customer lost, both are settled', () => {
    const { s, id } = serving()
    s.disconnect('Ana')
    s.disconnect('ann')
    s.passUnnoticed(7_200_000)
    s.tick()
    s.tick()
    expect(s.row(id)).toMatchObject({ status: 'closed', cause: 'abandoned' })
    expect(s.said(s.row(id).conversationId).map((body) => body.kind)).toEqual(['joined', 'released', 'ended'])
  })
})

describe('the next deadline', () => {
  test('[DL12] is none while nothing is under way', () => {
    const s = site()
    s.ready('Ana', 'chat')
    expect(nextDue(s.state, s.now)).toBeNull()
  })

  test('[DL12] follows what is under way', () => {
    const s = site()
    s.ready('Ana', 'chat')
    const id = s.contact('ann')
    expect(nextDue(s.state, s.now)).toBe(s.now + 2_000)
    s.show('Ana')
    expect(nextDue(s.state, s.now)).toBe(s.now + 30_000)
    const { fence } = s.accept('Ana')
    expect(nextDue(s.state, s.now)).toBe(s.now + 600_000)
    value(s.say('Ana', 'interaction:end', { interactionId: id, fence }))
    expect(nextDue(s.state, s.now)).toBe(s.now + 60_000)
    expect(s.store.nextDue).toBe(s.now + 60_000)
  })
})
