import { describe, expect, test } from 'vitest'
import type { AgentRow, OfferRow } from '../rows.ts'
import { type Cast, queue, SiteScenario, value } from '../../../testing/site-scenario.ts'

const customers = { ann: {}, tom: {}, eve: {} }
const staffed = (agents: Record<string, Partial<AgentRow>>, routing: Cast['routing']) => {
  const s = new SiteScenario({ agents, customers, routing: routing ?? {} })
  for (const name of Object.keys(agents)) s.ready(name, 'chat', 'voice')
  return s
}
const who = (s: SiteScenario) => [...s.state.offers.values()].map((offer) => s.state.agents.get(offer.agentId)?.name)

describe('who is eligible', () => {
  test('[RT8] a level asked for must be had', () => {
    const agents = { Ana: { skills: { vip: 2 } }, Raj: { skills: { vip: 3 } } }
    const s = staffed(agents, { queues: [queue('service', { skills: { vip: 3 } })] })
    s.contact('ann')
    expect(who(s)).toEqual(['Raj'])
  })

  test('[RT8] who names queues serves only these, who names none serves all', () => {
    const s = staffed({ Ana: { queues: ['other'] }, Raj: {} }, { queues: [queue('service')] })
    s.contact('ann')
    expect(who(s)).toEqual(['Raj'])
  })

  test('[RT8] language and region count only where the queue looks at them', () => {
    const agents = { Ana: { languages: ['ar'], regions: ['south'] }, Raj: { languages: ['en'], regions: ['north'] } }
    const asked = { region: 'north', bag: { items: [], trail: [], locale: 'en-GB' } }
    const strict = staffed(agents, { queues: [queue('service', { byLanguage: true, byRegion: true })] })
    value(strict.ask('ann', asked))
    expect(who(strict)).toEqual(['Raj'])
    const lax = staffed(agents, { queues: [queue('service')] })
    value(lax.ask('ann', asked))
    expect(who(lax)).toEqual(['Ana'])
  })

  test('[RT12] who works on a channel is not asked on one that may not interrupt it', () => {
    const s = staffed({ Ana: {} }, { interruptibleBy: { voice: [] } })
    s.contact('ann', 'voice')
    s.accept('Ana')
    s.contact('tom', 'chat')
    expect(who(s)).toEqual([])
    const other = staffed({ Ana: {} }, { interruptibleBy: { voice: ['chat'] } })
    other.contact('ann', 'voice')
    other.accept('Ana')
    other.contact('tom', 'chat')
    expect(who(other)).toEqual(['Ana'])
  })
})

describe('who of the eligible', () => {
  test('[RT2] who has most of the skills asked for comes before who has least to do', () => {
    const agents = { Ana: { skills: { vip: 3 } }, Raj: { skills: { vip: 5 } } }
    const s = staffed(agents, { queues: [queue('service', { skills: { vip: 3 } })] })
    s.contact('ann')
    s.accept('Raj')
    s.contact('tom')
    expect(who(s)).toEqual(['Raj'])
    expect(s.ringing('Raj')?.why).toEqual(['skill'])
  })

  test('[RT11] who served last is asked first, and waited for while there', () => {
    const agents = { Ana: { capacity: { chat: 1, voice: 1 } }, Raj: {} }
    const s = staffed(agents, { queues: [queue('service', { ownAgentMs: 20_000 })] })
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    const again = s.contact('ann')
    expect(who(s)).toEqual([])
    value(s.say('Ana', 'wrap-up:complete', { interactionId: first, fence, disposition: 'solved' }))
    expect(s.ringing('Ana')).toMatchObject({ interactionId: again, why: ['last-agent'] })
  })

  test.each([
    ['the time is over', (s: SiteScenario) => s.pass(20_000)],
    ['they have gone', (s: SiteScenario) => s.disconnect('Ana')],
  ])('[RT11] another is asked when %s', (_what, happens) => {
    const agents = { Ana: { capacity: { chat: 1, voice: 1 } }, Raj: {} }
    const s = staffed(agents, { queues: [queue('service', { ownAgentMs: 20_000 })] })
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    const again = s.contact('ann')
    happens(s)
    expect(s.ringing('Raj')?.interactionId).toBe(again)
  })

  test('[RT11] who declines is waited for no longer', () => {
    const s = staffed({ Ana: {}, Raj: {} }, { queues: [queue('service', { ownAgentMs: 100_000 })] })
    const first = s.contact('ann')
    const { fence } = s.accept('Ana')
    value(s.say('Ana', 'interaction:end', { interactionId: first, fence }))
    value(s.say('Ana', 'wrap-up:complete', { interactionId: first, fence, disposition: 'solved' }))
    const again = s.contact('ann')
    const { id: offerId } = s.ringing('Ana') as OfferRow
    value(s.say('Ana', 'offer:decline', { offerId, reason: 'busy' }))
    expect(s.ringing('Raj')?.interactionId).toBe(again)
  })
})

describe('[RT9] waiting widens who is asked:', () => {
  const expectAfter = (
    agent: Partial<AgentRow>,
    own: Parameters<typeof queue>[1],
    codes: Parameters<SiteScenario['ask']>[1] = {},
    others: ReturnType<typeof queue>[] = [],
  ) => {
    const s = staffed({ Ana: agent }, { queues: [queue('service', own), ...others] })
    const { interactionId } = value(s.ask('ann', codes))
    s.pass(29_999)
    expect(who(s)).toEqual([])
    s.pass(1)
    expect(who(s)).toEqual(['Ana'])
    expect(s.row(interactionId).relaxed).toBe(1)
  }
  const after = (step: object) => ({ steps: [{ afterMs: 30_000, ...step }] })

  test('a skill is dropped', () => expectAfter({}, { skills: { vip: 3 }, ...after({ dropSkills: ['vip'] }) }))
  test('levels are lowered', () =>
    expectAfter({ skills: { vip: 2 } }, { skills: { vip: 4 }, ...after({ lowerLevels: 2 }) }))
  test('any region will do', () =>
    expectAfter({ regions: ['south'] }, { byRegion: true, ...after({ anyRegion: true }) }, { region: 'north' }))
  test('any language will do', () =>
    expectAfter(
      { languages: ['ar'] },
      { byLanguage: true, ...after({ anyLanguage: true }) },
      { bag: { items: [], trail: [], locale: 'en' } },
    ))
  test('[QU10] another queue serves, too, by its own skills', () =>
    expectAfter({ queues: ['second'] }, { skills: { vip: 3 }, ...after({ alsoQueue: 'second' }) }, {}, [
      queue('second'),
    ]))

  test('several steps that are due at once are taken at once', () => {
    const steps = [
      { afterMs: 1_000, dropSkills: ['vip'] },
      { afterMs: 2_000, anyRegion: true },
    ]
    const s = staffed({ Ana: {} }, { queues: [queue('service', { skills: { vip: 3 }, steps })] })
    const id = s.contact('ann')
    s.passUnnoticed(5_000)
    s.tick()
    expect(s.row(id)).toMatchObject({ relaxed: 2, status: 'offered' })
  })
})

describe('who is served first', () => {
  test('[QU4] worth ten minutes is before who came nine minutes earlier, and after who came eleven', () => {
    const s = new SiteScenario({
      agents: { Ana: {} },
      customers: { ...customers, gold: { segment: 'gold' } },
      routing: { values: [{ when: { segment: 'gold' }, value: 10 }] },
    })
    const order = ['ann', 'tom', 'gold'].map((name) => {
      s.pass(name === 'gold' ? 540_000 : 120_000)
      return s.contact(name)
    })
    expect(['ann', 'tom', 'gold'].map((name) => s.contactOf(name).position)).toEqual([1, 3, 2])
    s.ready('Ana', 'chat')
    expect([order[0], order[2], order[1]].map(() => s.accept('Ana').interactionId)).toEqual([
      order[0],
      order[2],
      order[1],
    ])
  })

  test('[OF2] an offer rings as long as its queue says', () => {
    const s = staffed({ Ana: {} }, { queues: [queue('service', { offerMs: { chat: 12_000 } })] })
    s.contact('ann')
    const offer = s.ringing('Ana')
    expect(offer && offer.expiresAt - offer.madeAt).toBe(12_000)
  })
})
