import { describe, expect, test } from 'vitest'
import { testLists } from '../../../testing/site-rows.ts'
import { refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

/** Ana has just ended an exchange with Ann. */
const wrapping = (channel: 'chat' | 'voice' = 'chat') => {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
  site.ready('Ana', channel)
  const interactionId = site.contact('ann', channel)
  const { fence } = site.accept('Ana')
  value(site.say('Ana', 'interaction:end', { interactionId, fence }))
  return { site, interactionId, fence, end: site.now }
}

describe('wrap-up', () => {
  test.each([
    ['chat', 60_000],
    ['voice', 90_000],
  ] as const)('[WU1] of a %s lasts %d ms, keeps the slot and closes the conversation, not the desk', (channel, ms) => {
    const { site, interactionId, end } = wrapping(channel)
    const row = site.row(interactionId)
    expect(row).toMatchObject({ status: 'wrap-up', cause: 'ended-by-agent', endedAt: end, wrapUpUntil: end + ms })
    expect(site.said(row.conversationId).at(-1)).toEqual({ kind: 'ended', cause: 'ended-by-agent' })
    expect(site.store.streams.get(row.conversationId)?.closed).toBe(true)
    expect(site.store.streams.get(row.deskId)?.closed).toBe(false)
    expect(site.agentSees('Ana').channels.find((each) => each.channel === channel)?.used).toBe(1)
  })

  test('[WU2] completed with a disposition closes it and frees the slot at once', () => {
    const { site, interactionId, fence } = wrapping()
    value(site.say('Ana', 'wrap-up:complete', { interactionId, fence, disposition: 'solved' }))
    expect(site.row(interactionId)).toMatchObject({ status: 'closed', closedAt: site.now, disposition: 'solved' })
    expect(site.said(site.row(interactionId).deskId)).toEqual([{ kind: 'wrapped-up', disposition: 'solved' }])
    expect(site.agentSees('Ana').work).toEqual([])
    expect(site.agentSees('Ana').channels.find((each) => each.channel === 'chat')?.used).toBe(0)
  })

  test('[WU6] is completed with a disposition that the site offers now, and no other', () => {
    const { site, interactionId, fence } = wrapping()
    const complete = (disposition: string) => site.say('Ana', 'wrap-up:complete', { interactionId, fence, disposition })
    // A reason to decline is no disposition.
    for (const none of ['x', 'busy']) expect(refusalOf(complete(none))).toBe('invalid')
    site.store.lists = { ...testLists, choices: testLists.choices.filter(({ key }) => key !== 'solved') }
    site.node.reload()
    expect(refusalOf(complete('solved'))).toBe('invalid')
    expect(site.row(interactionId)).toMatchObject({ status: 'wrap-up', disposition: null })
    value(complete('rude-customer'))
  })

  test('[WU3] that runs out closes without a disposition', () => {
    const { site, interactionId } = wrapping()
    site.pass(59_999)
    expect(site.row(interactionId).status).toBe('wrap-up')
    site.pass(1)
    expect(site.row(interactionId)).toMatchObject({ status: 'closed', disposition: null, cause: 'ended-by-agent' })
    expect(site.said(site.row(interactionId).deskId)).toEqual([{ kind: 'wrapped-up', disposition: null }])
  })

  test('[WU3] of an agent who is lost ends, too', () => {
    const { site, interactionId } = wrapping()
    site.disconnect('Ana')
    site.pass(60_000)
    expect(site.row(interactionId).status).toBe('closed')
  })

  test('[WU4] is extended by 60 s at a time, up to 300 s from the end', () => {
    const { site, interactionId, fence, end } = wrapping()
    const extend = () => value(site.say('Ana', 'wrap-up:extend', { interactionId, fence })).wrapUpUntil - end
    expect([extend(), extend(), extend(), extend(), extend()]).toEqual([120_000, 180_000, 240_000, 300_000, 300_000])
    site.pass(299_999)
    expect(site.row(interactionId).status).toBe('wrap-up')
    site.pass(1)
    expect(site.row(interactionId).status).toBe('closed')
  })

  test('[WU4] of a call reaches 300 s, too, not 330', () => {
    const { site, interactionId, fence, end } = wrapping('voice')
    const extend = () => value(site.say('Ana', 'wrap-up:extend', { interactionId, fence })).wrapUpUntil - end
    expect([extend(), extend(), extend(), extend()]).toEqual([150_000, 210_000, 270_000, 300_000])
  })

  test("[WU5] is the owner's: to others it looks absent", () => {
    const { site, interactionId, fence } = wrapping()
    site.ready('Raj', 'chat')
    expect(refusalOf(site.say('Raj', 'wrap-up:complete', { interactionId, fence, disposition: 'x' }))).toBe('not-found')
    expect(refusalOf(site.say('Raj', 'wrap-up:extend', { interactionId, fence }))).toBe('not-found')
    expect(refusalOf(site.say('Raj', 'interaction:end', { interactionId, fence }))).toBe('not-found')
  })

  test('[IN2] with another fence is refused and changes nothing', () => {
    const { site, interactionId, fence } = wrapping()
    const before = site.row(interactionId)
    for (const wrong of [fence - 1, fence + 1]) {
      const asked = { interactionId, fence: wrong }
      expect(refusalOf(site.say('Ana', 'wrap-up:complete', { ...asked, disposition: 'x' }))).toBe('stale-fence')
      expect(refusalOf(site.say('Ana', 'wrap-up:extend', asked))).toBe('stale-fence')
      expect(refusalOf(site.say('Ana', 'interaction:end', asked))).toBe('stale-fence')
    }
    expect(site.row(interactionId)).toEqual(before)
  })

  test('[WU5] is neither completed nor extended before the end, nor ended twice', () => {
    const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
    site.ready('Ana', 'chat')
    const interactionId = site.contact('ann')
    const { fence } = site.accept('Ana')
    expect(refusalOf(site.say('Ana', 'wrap-up:complete', { interactionId, fence, disposition: 'x' }))).toBe('conflict')
    expect(refusalOf(site.say('Ana', 'wrap-up:extend', { interactionId, fence }))).toBe('conflict')
    value(site.say('Ana', 'interaction:end', { interactionId, fence }))
    expect(refusalOf(site.say('Ana', 'interaction:end', { interactionId, fence }))).toBe('closed')
  })
})
