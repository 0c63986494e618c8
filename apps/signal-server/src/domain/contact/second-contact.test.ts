import { describe, expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'

const site = (
  secondContact?: 'join' | 'parallel',
  agents: ConstructorParameters<typeof SiteScenario>[0]['agents'] = {},
) => {
  const s = new SiteScenario({
    agents: { Ana: {}, Raj: {}, ...agents },
    customers: { ann: {}, tom: {} },
    routing: { queues: [queue('service')], ...(secondContact && { secondContact }) },
  })
  s.ready('Ana', 'chat', 'voice')
  s.contact('ann')
  s.accept('Ana')
  s.ready('Raj', 'chat', 'voice')
  return s
}

describe('a second contact of the same customer', () => {
  test('[RT15] joins the agent who serves them, at once and without a ring, where the site says so', () => {
    const s = site('join')
    const call = value(s.say('ann', 'contact:request', { channel: 'voice', bag: { items: [], trail: [] } }))
    expect(s.row(call.interactionId)).toMatchObject({ status: 'assigned', ownerId: s.idOf('Ana') })
    expect(s.customerSees('ann').interactions.map(({ agentName }) => agentName)).toEqual(['Ana', 'Ana'])
    expect(s.callOf(call.interactionId)).toMatchObject({ customerTabId: s.tab('ann'), agentTabId: null })
    const offer = s.store.all('offers').find((row) => row.interactionId === call.interactionId)
    expect(offer).toMatchObject({ status: 'accepted', why: ['same-agent'] })
    expect(offer?.explained.chosen).toEqual({ name: 'Ana', why: ['same-agent'] })
  })

  test('[RT15] goes to another where the agent who serves them cannot take it', () => {
    const s = site('join')
    value(s.say('Ana', 'presence:set', { channel: 'voice', intent: 'unavailable' }))
    const id = s.contact('ann', 'voice')
    expect(s.ringing('Raj')?.interactionId).toBe(id)
    expect(s.row(id).preferredAgentId).toBe(s.idOf('Ana'))
  })

  test('[RT15] is served in parallel otherwise; each sees that the other is there, already while it rings', () => {
    const s = site('parallel', { Raj: { capacity: { chat: 4, voice: 2 } } })
    value(s.say('Ana', 'presence:set', { channel: 'voice', intent: 'unavailable' }))
    const id = s.contact('ann', 'voice', 'booking')
    const [offer] = s.agentSees('Raj').offers
    expect(offer?.alongside).toMatchObject([{ channel: 'chat', agentName: 'Ana' }])
    expect(s.agentSees('Ana').work[0]?.alongside).toMatchObject([{ id, channel: 'voice', agentName: null }])
    s.accept('Raj')
    expect(s.agentSees('Ana').work[0]?.alongside).toMatchObject([{ id, agentName: 'Raj' }])
    expect(s.agentSees('Raj').work[0]?.alongside).toMatchObject([{ channel: 'chat', agentName: 'Ana' }])
  })
})
