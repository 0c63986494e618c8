import type { InteractionId } from '@beckon/shared/model/ids'
import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import { describe, expect, test } from 'vitest'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const capacity = { chat: 2, voice: 1, task: 2 }
const minute = 60_000

/** Tasks are offered; where nothing is said they are picked from the workbin. */
const offered: Partial<RoutingSettings> = { queues: [queue('service'), queue('tasks', { channels: ['task'] })] }
const centre = (routing?: Partial<RoutingSettings>) =>
  new SiteScenario({
    agents: { Ana: { capacity }, Raj: { capacity } },
    customers: { ann: { name: 'Ann Lee', segment: 'gold' }, tom: {} },
    ...(routing && { routing }),
  })
const leave = (s: SiteScenario, text = 'Ring the airport.', own: object = {}): InteractionId =>
  value(s.say('Ana', 'task:create', { text, ...own })).interactionId

describe('a task', () => {
  test('[TA1] is left by staff, of a contact of theirs or of nobody, and is no contact of the customer’s', () => {
    const s = centre()
    s.ready('Ana', 'chat')
    const chat = s.contact('ann', 'chat', 'disputes')
    const nobodys = s.row(leave(s))
    expect(nobodys).toMatchObject({ channel: 'task', status: 'queued', customerId: null, subject: 'booking' })
    expect(refusalOf(s.say('Ana', 'task:create', { text: 'x', parentId: chat }))).toBe('not-found')
    expect(refusalOf(s.say('ann', 'task:create', { text: 'x' }))).toBe('not-found')
    expect(s.customerSees('ann').interactions.map(({ channel }) => channel)).toEqual(['chat'])
  })

  test('[TA1] of a contact has its subject and its customer as they were then, and survives its end', () => {
    const s = centre()
    s.ready('Ana', 'chat')
    const chat = s.contact('ann')
    const { fence } = s.accept('Ana')
    const task = leave(s, 'Send the form.', { parentId: chat })
    value(s.say('Ana', 'interaction:end', { interactionId: chat, fence }))
    expect(s.row(task)).toMatchObject({
      parentId: chat,
      subject: 'booking',
      task: { text: 'Send the form.', by: 'Ana', customer: { name: 'Ann Lee', segment: 'gold' } },
    })
    s.disconnect('ann')
    s.pass(3_600_000)
    expect(s.row(task).status).toBe('queued')
  })

  test('[TA2] waits where its rules say, else in the first queue that takes tasks; with none it is not offered', () => {
    const plain = centre()
    expect(plain.row(leave(plain)).queue).toBe('workbin')
    const two = centre({
      queues: [
        queue('service'),
        queue('tasks', { channels: ['task'] }),
        queue('claims', { channels: ['chat', 'task'] }),
      ],
      buttons: [
        { when: { subject: 'baggage' }, queue: 'claims', skills: {}, greeting: null, announcements: [], legs: 'both' },
      ],
    })
    expect([leave(two), leave(two, 'x', { subject: 'baggage' })].map((id) => two.row(id).queue)).toEqual([
      'tasks',
      'claims',
    ])
    expect(refusalOf(centre({ queues: [queue('service')] }).say('Ana', 'task:create', { text: 'x' }))).toBe(
      'not-offered',
    )
  })

  test('[TA3] is offered, accepted and wrapped up by the same engine; capacity holds', () => {
    const s = centre(offered)
    s.ready('Ana', 'task')
    const [first, second, third] = [leave(s, 'one'), leave(s, 'two'), leave(s, 'three')]
    expect(s.agentSees('Ana').offers[0]).toMatchObject({ channel: 'task', task: { text: 'one' }, answerOn: [] })
    const { fence } = s.accept('Ana')
    s.accept('Ana')
    expect([first, second, third].map((id) => s.row(id).status)).toEqual(['assigned', 'assigned', 'queued'])
    expect(s.agentSees('Ana').channels.find(({ channel }) => channel === 'task')).toMatchObject({
      used: 2,
      capacity: 2,
    })
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    value(s.say('Ana', 'wrap-up:complete', { interactionId: first, fence, disposition: 'solved' }))
    expect(s.row(first)).toMatchObject({ status: 'closed', cause: 'ended-by-agent', disposition: 'solved' })
    expect(s.ringing('Ana')?.interactionId).toBe(third)
  })

  test('[TA3] rings five minutes, and what rings or is in hand keeps nobody from a chat or a call', () => {
    const s = centre(offered)
    s.ready('Ana', 'chat', 'voice', 'task')
    const task = leave(s)
    const offer = s.show('Ana')
    expect(offer.expiresAt - offer.madeAt).toBe(5 * minute)
    const chat = s.contact('ann')
    expect(s.state.offersTo(s.idOf('Ana') as never).map(({ interactionId }) => interactionId)).toEqual([task, chat])
    value(s.say('Ana', 'offer:accept', { offerId: offer.id }))
    const rung = s.state.offersTo(s.idOf('Ana') as never)
    expect(rung.map(({ interactionId }) => interactionId)).toEqual([chat])
  })

  test('[RT12, TA3] interrupts nobody at work for a customer, unless the site says that it may', () => {
    const busy = (routing: Partial<RoutingSettings>) => {
      const s = centre(routing)
      s.ready('Ana', 'chat', 'task')
      s.contact('ann')
      s.accept('Ana')
      leave(s)
      return s.ringing('Ana')?.channel
    }
    expect(busy(offered)).toBeUndefined()
    expect(busy({ ...offered, interruptibleBy: { chat: ['voice', 'task'] } })).toBe('task')
  })

  test('[TA4] waits in the workbin for whoever has time: the first to take it has it, on the phone or not', () => {
    const s = centre()
    s.ready('Ana', 'chat', 'task')
    s.ready('Raj', 'task')
    const task = leave(s, 'x'.repeat(200))
    expect(s.ringing('Ana')).toBeUndefined()
    expect(s.agentSees('Raj').workbin).toMatchObject({ contacts: [{ id: task, task: 'x'.repeat(140) }], parked: [] })
    expect(s.agentSees('Raj').visible).toBeNull()
    s.contact('ann')
    s.accept('Ana')
    value(s.say('Ana', 'queue:pick', { interactionId: task }))
    expect(
      s
        .agentSees('Ana')
        .work.map(({ channel }) => channel)
        .sort(),
    ).toEqual(['chat', 'task'])
    expect(refusalOf(s.say('Raj', 'queue:pick', { interactionId: task }))).toBe('taken')
    expect(s.agentSees('Raj').workbin?.contacts).toEqual([])
  })

  test('[TA4] who has no slots for tasks sees no workbin', () => {
    const s = new SiteScenario({ agents: { Ana: {} }, customers: {} })
    s.ready('Ana', 'chat')
    expect(s.agentSees('Ana').workbin).toBeNull()
  })

  test('[TA5] put back, it is for anybody at once, others first; a stale fence and another’s task change nothing', () => {
    const s = centre(offered)
    s.ready('Ana', 'task')
    const task = leave(s)
    const { fence } = s.accept('Ana')
    s.ready('Raj', 'task')
    expect(refusalOf(s.say('Raj', 'task:park', { interactionId: task, fence }))).toBe('not-found')
    expect(refusalOf(s.say('Ana', 'task:park', { interactionId: task, fence: fence - 1 }))).toBe('stale-fence')
    value(s.say('Ana', 'task:park', { interactionId: task, fence }))
    expect(s.ringing('Raj')?.interactionId).toBe(task)
    expect(s.ringing('Ana')).toBeUndefined()
  })

  test('[TA5] put off until the same instant, two stand in the same order whichever was put off first', () => {
    const s = centre()
    s.ready('Ana', 'task')
    const tasks = [leave(s), leave(s)]
    const until = s.now + minute
    for (const id of [...tasks].reverse()) {
      const { fence } = value(s.say('Ana', 'queue:pick', { interactionId: id }))
      value(s.say('Ana', 'task:park', { interactionId: id, fence, until }))
    }
    expect(s.agentSees('Ana').workbin?.parked.map(({ id }) => id)).toEqual(tasks)
  })

  test('[TA5] put off, it is parked until then, and comes back for the same agent first', () => {
    const s = centre(offered)
    s.ready('Raj', 'task')
    s.ready('Ana', 'task')
    const task = leave(s)
    const name = s.ringing('Ana') ? 'Ana' : 'Raj'
    const { fence } = s.accept(name)
    const until = s.now + 10 * minute
    expect(refusalOf(s.say(name, 'task:park', { interactionId: task, fence, until: s.now }))).toBe('invalid')
    value(s.say(name, 'task:park', { interactionId: task, fence, until }))
    expect(s.row(task)).toMatchObject({ status: 'parked', ownerId: null, parkedUntil: until })
    expect(s.agentSees(name).workbin?.parked).toMatchObject([{ id: task, until }])
    s.pass(10 * minute - 1)
    expect(s.row(task).status).toBe('parked')
    s.pass(1)
    expect(s.ringing(name)).toMatchObject({ interactionId: task, why: ['same-agent'] })
  })

  test.each([
    ['offered', offered],
    ['picked', undefined],
  ])(
    '[TA5] put off where tasks are %s, it is taken again before its time by whoever put it off, and nobody else',
    (_how, routing) => {
      const s = centre(routing)
      s.ready('Ana', 'task')
      const task = leave(s)
      const take = (name: string) => s.say(name, 'queue:pick', { interactionId: task })
      const { fence } = routing ? s.accept('Ana') : value(take('Ana'))
      value(s.say('Ana', 'task:park', { interactionId: task, fence, until: s.now + 10 * minute }))
      s.ready('Raj', 'task')
      expect(refusalOf(take('Raj'))).toBe('not-found')
      value(s.say('Ana', 'presence:set', { channel: 'task', intent: 'unavailable' }))
      expect(refusalOf(take('Ana'))).toBe('not-free')
      value(s.say('Ana', 'presence:set', { channel: 'task', intent: 'available' }))
      expect(value(take('Ana')).fence).toBeGreaterThan(fence)
      expect(s.row(task)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana'), parkedUntil: null })
      expect(s.agentSees('Ana').workbin?.parked ?? []).toEqual([])
      s.pass(10 * minute)
      expect(s.row(task).status).toBe('assigned')
    },
  )

  test('[TA6] not done when it is due it ranks higher, as a missed agreement does', () => {
    const s = centre({ ...offered, agreements: [{ fromValue: 0, withinMs: 3_600_000, raise: 60 }] })
    const early = leave(s, 'early')
    s.pass(1_000)
    const due = leave(s, 'due', { dueAt: s.now + minute })
    s.pass(minute)
    expect(s.row(due).agreementMissedAt).toBe(s.now)
    s.ready('Raj', 'task')
    expect(s.ringing('Raj')?.interactionId).toBe(due)
    expect(s.row(early).status).toBe('queued')
  })

  test('[TA6] overdue it ranks an hour higher where nothing was agreed, taken before and put back or off or not', () => {
    const s = centre()
    s.ready('Ana', 'task')
    s.ready('Raj', 'task')
    const old = leave(s, 'old')
    s.pass(59 * minute)
    const [back, off] = [leave(s, 'back', { dueAt: s.now + minute }), leave(s, 'off', { dueAt: s.now + minute })]
    for (const [id, until] of [[back], [off, s.now + 2 * minute]] as const) {
      const { fence } = value(s.say('Ana', 'queue:pick', { interactionId: id }))
      value(s.say('Ana', 'task:park', { interactionId: id, fence, ...(until && { until }) }))
    }
    const order = () => s.agentSees('Raj').workbin?.contacts.map(({ id }) => id)
    expect(order()).toEqual([old, back])
    s.pass(minute)
    expect(order()).toEqual([back, old])
    s.pass(minute)
    expect(order()).toEqual([back, off, old])
    expect(s.row(off)).toMatchObject({ agreementMissedAt: s.now, rankAt: s.row(off).enqueuedAt - 60 * minute })
  })

  test('[TA6] the agreement of its value says by how much an overdue task rises, where there is one', () => {
    const s = centre({ agreements: [{ fromValue: 0, withinMs: 10 * minute, raise: 2 }] })
    const id = leave(s, 'due', { dueAt: s.now + minute })
    s.pass(minute)
    expect(s.row(id).rankAt).toBe(s.row(id).enqueuedAt - 2 * minute)
  })

  test('[TA7] a lost agent’s task waits for another after 30 min, and does not hold up what they planned next', () => {
    const s = centre(offered)
    s.ready('Ana', 'task')
    const task = leave(s)
    s.accept('Ana')
    value(s.say('Ana', 'presence:next', { reason: 'lunch' }))
    expect(s.intent('Ana', 'task')).toBe('unavailable')
    s.disconnect('Ana')
    s.pass(30 * minute - 1)
    expect(s.row(task).status).toBe('assigned')
    s.pass(1)
    expect(s.row(task)).toMatchObject({ status: 'queued', ownerId: null })
  })

  test('[TA8] has a desk for notes and a conversation in which nothing is said', () => {
    const s = centre(offered)
    s.ready('Ana', 'task')
    const { conversationId, deskId } = s.row(leave(s))
    s.accept('Ana')
    expect(s.store.streams.get(conversationId)).toMatchObject({ closed: true, entries: [] })
    expect(s.store.streams.get(deskId)?.closed).toBe(false)
  })
})
