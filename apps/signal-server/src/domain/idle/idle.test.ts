import { describe, expect, test } from 'vitest'
import { queue, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'
import type { defaultSettings } from '../rules/default-settings.ts'

const minutes = 60_000
const chatting = (idle?: (typeof defaultSettings)['idle']) => {
  const s = new SiteScenario({
    agents: { Ana: { capacity: { chat: 1, voice: 1 } } },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service')], ...(idle === undefined ? {} : { idle }) },
  })
  s.ready('Ana', 'chat', 'voice')
  const id = s.contact('ann')
  s.accept('Ana')
  return { s, id }
}
const slots = (s: SiteScenario) => s.agentSees('Ana').channels.find(({ channel }) => channel === 'chat')?.used
const warnings = (s: SiteScenario, id: string) =>
  s.said(s.row(id).conversationId).filter(({ kind }) => kind === 'idle-warned')

describe('a chat whose customer is silent', () => {
  test('[SI1] takes no slot after 10 minutes: the next customer is served', () => {
    const { s, id } = chatting()
    const next = s.contact('tom')
    s.pass(10 * minutes - 1)
    expect(s.ringing('Ana')).toBeUndefined()
    s.pass(1)
    expect(s.ringing('Ana')?.interactionId).toBe(next)
    s.accept('Ana')
    expect(s.row(id)).toMatchObject({ status: 'assigned', silence: 'freed' })
    expect(slots(s)).toBe(1)
  })

  test('[SI2] is warned of after 20 minutes with the time it ends, and ends after 30, both told', () => {
    const { s, id } = chatting()
    s.pass(20 * minutes)
    expect(warnings(s, id)).toEqual([{ kind: 'idle-warned', closesAt: s.now + 10 * minutes }])
    expect(s.agentSees('Ana').work[0]?.silence).toBe('warned')
    s.pass(10 * minutes - 1)
    expect(s.row(id).status).toBe('assigned')
    s.pass(1)
    expect(s.row(id)).toMatchObject({ status: 'wrap-up', cause: 'customer-silent' })
    expect(s.said(s.row(id).conversationId).at(-1)).toEqual({ kind: 'ended', cause: 'customer-silent' })
    expect(refusalOf(s.ask('ann', {}))).toBe('accepted')
  })

  test('[SI2] warned late, the customer still has the whole time to answer', () => {
    const { s, id } = chatting()
    s.pass(10 * minutes)
    s.passUnnoticed(50 * minutes)
    s.pass(0)
    expect(warnings(s, id)).toEqual([{ kind: 'idle-warned', closesAt: s.now + 10 * minutes }])
    s.pass(10 * minutes - 1)
    expect(s.row(id).status).toBe('assigned')
  })

  test('[SI3] that goes on takes its slot again, beyond capacity where another was served meanwhile', () => {
    const { s, id } = chatting()
    s.contact('tom')
    s.pass(25 * minutes)
    const other = s.agentSees('Ana').work.length
    value(s.runOne({ name: 'chat:resume', by: null, tabId: null, payload: { interactionId: id } }))
    expect(s.row(id)).toMatchObject({ status: 'assigned', silence: 'short', silentSince: s.now })
    expect([other, slots(s)]).toEqual([1, 1])
    s.pass(20 * minutes - 1)
    expect(warnings(s, id)).toHaveLength(1)
  })

  test('[SI3] what the stream tells counts, whatever the rows know: a word since, or an answer that is owed', () => {
    const { s, id } = chatting()
    s.node.silences.set(id, s.now + 9 * minutes)
    s.pass(10 * minutes)
    expect(s.row(id)).toMatchObject({ silence: 'short', silentSince: s.now - 1 * minutes })
    s.node.silences.set(id, null)
    s.pass(60 * minutes)
    expect(s.row(id)).toMatchObject({ status: 'assigned', silence: 'short' })
    expect(warnings(s, id)).toEqual([])
  })

  test('[SI3] is not silent while the two talk', () => {
    const { s, id } = chatting()
    value(s.say('Ana', 'call:invite', { interactionId: id }))
    s.pass(59_999)
    const call = s.agentSees('Ana').work.find(({ channel }) => channel === 'voice')
    value(s.say('ann', 'call:join', { callId: call?.call?.id as never }))
    s.pass(60 * minutes)
    expect(s.row(id)).toMatchObject({ status: 'assigned', silence: 'short' })
  })

  test('[SI4] the waits are the site’s, or none', () => {
    const { s, id } = chatting({ freeMs: 10_000, warnMs: 20_000, closeMs: 30_000 })
    s.pass(30_000)
    expect(s.row(id).cause).toBe('customer-silent')
    const never = chatting(null)
    never.s.pass(600 * minutes)
    expect(never.s.row(never.id)).toMatchObject({ status: 'assigned', silence: 'short' })
  })

  test('[SI4] waits out of order are not saved', () => {
    const { s } = chatting()
    const reply = s.change({ idle: { freeMs: 30_000, warnMs: 20_000, closeMs: 60_000 } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })
})
