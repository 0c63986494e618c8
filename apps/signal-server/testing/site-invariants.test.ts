import { describe, expect, test } from 'vitest'
import type { InteractionRow, OfferRow } from '../src/domain/rows.ts'
import { present, SiteScenario } from './site-scenario.ts'
import { brokenInvariants } from './site-invariants.ts'

/** Ana serves Ann and Tom rings at her; then a bug is planted in the rows. */
function planted(bug: (site: SiteScenario, served: InteractionRow, ringing: OfferRow) => void): string {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
  site.ready('Ana', 'chat')
  const served = site.contact('ann')
  site.accept('Ana')
  site.contact('tom')
  expect(brokenInvariants(site.store)).toEqual([])
  bug(site, site.row(served), present(site.ringing('Ana')))
  return brokenInvariants(site.store).join('\n')
}

describe('the invariants turn red on', () => {
  test('a second live offer of an owned interaction', () => {
    const found = planted(({ store }, served, ringing) =>
      store.seed('offers', { ...ringing, id: 'planted' as never, interactionId: served.id }),
    )
    expect(found).toContain('[IN1]')
    expect(found).toContain('[OF1]')
  })

  test('an interaction that waits and has an owner', () => {
    expect(planted(({ store }, served) => store.seed('interactions', { ...served, status: 'queued' }))).toContain(
      'waits',
    )
  })

  test('an agent over capacity', () => {
    const found = planted(({ store }) => {
      const ana = present(store.all('agents')[0])
      store.seed('agents', { ...ana, capacity: { chat: 1, voice: 1 } })
    })
    expect(found).toContain('[IN4] Ana is over capacity on chat')
  })

  test('an end without a cause, and an end that left streams open', () => {
    const found = planted(({ store }, served) =>
      store.seed('interactions', { ...served, status: 'closed', ownerId: null }),
    )
    expect(found).toContain('without a cause')
    expect(found).toContain('open stream')
  })

  test('a page on a device without a voice, and one on a device that counts as left', () => {
    const voice = (site: SiteScenario) =>
      present(site.store.all('presences').find((row) => row.agentId === site.idOf('Ana') && row.channel === 'voice'))
    const elsewhere = (site: SiteScenario) => {
      site.store.seed('presences', { ...voice(site), deviceId: site.device('Phone') })
    }
    expect(planted(elsewhere)).toContain('[PR24] Ana has 0 voices')
    expect(planted((site) => site.store.seed('presences', { ...voice(site), leftAt: 1 }))).toContain('has left')
  })

  test('a call that rings at somebody on no device of theirs', () => {
    const found = planted(({ store }, _served, ringing) => store.seed('offers', { ...ringing, channel: 'voice' }))
    expect(found).toContain('[PR25] a call rings nowhere at Ana')
  })

  test('a wrap-up that never ends', () => {
    expect(planted(({ store }, served) => store.seed('interactions', { ...served, status: 'wrap-up' }))).toContain(
      '[WU3]',
    )
  })
})

describe('every step turns red on', () => {
  const site = () => {
    const made = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
    made.ready('Ana', 'chat')
    return made
  }

  test('[DL6] a memory that differs from the rows', () => {
    const s = site()
    const row = s.row(s.contact('ann'))
    s.state.put('interactions', { ...row, relaxed: 9 })
    expect(() => s.show('Ana')).toThrow('[DL6] interactions differ')
  })

  test('[IN2] a fence that falls, and an owner who changes under the same one', () => {
    const s = site()
    const id = s.contact('ann')
    const { fence } = s.accept('Ana')
    s.state.put('interactions', { ...s.row(id), fence: 1 })
    expect(() => s.say('Ana', 'interaction:end', { interactionId: id, fence: 1 })).toThrow('the fence fell')
    s.state.put('interactions', { ...s.row(id), ownerId: null })
    expect(() => s.say('ann', 'contact:end', { interactionId: id })).toThrow('another owner, the same fence')
    expect(fence).toBe(2)
  })

  test('[DL13] a change that somebody is not told of', () => {
    const s = site()
    const renamed = { ...present(s.store.all('agents')[0]), name: 'Anna' }
    s.store.seed('agents', renamed)
    s.state.put('agents', renamed)
    expect(() => s.connect('ann')).toThrow(`[DL13] ${renamed.id} is not told`)
  })

  test('[CX4] a customer whose view names another', () => {
    const twins = { ann: { name: 'Ann Lee' }, tom: { name: 'Ann Lee' } }
    expect(() => new SiteScenario({ customers: twins })).toThrow('[CX4]')
  })
})
