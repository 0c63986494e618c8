import { expect, test } from 'vitest'
import { present, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { lastAgent } from './last-agent.ts'

const centre = (tellsAgent?: 'last' | 'nobody') =>
  new SiteScenario({
    agents: { Ana: {} },
    customers: { ann: { externalId: 'id-of-ann' }, tom: {} },
    ...(tellsAgent && { routing: { tellsAgent } }),
  })
const served = (s: SiteScenario, name: string) => {
  const interactionId = s.contact(name)
  s.accept('Ana')
  value(s.say(name, 'contact:end', { interactionId }))
  return () => lastAgent(s.state, present(s.store.find('customers', s.idOf(name))))
}

test('[QU15] an identified customer reads whether who served them last is available, where the site says so', () => {
  const s = centre('last')
  s.ready('Ana', 'chat')
  const told = served(s, 'ann')
  expect(told()).toEqual({ name: 'Ana', available: true })
  value(s.say('Ana', 'dnd:set', { on: true }))
  expect(told()).toEqual({ name: 'Ana', available: false })
  value(s.say('Ana', 'dnd:set', { on: false }))
  s.disconnect('Ana')
  expect(told()).toEqual({ name: 'Ana', available: false })
})

test('[QU15] a stranger is told of nobody, and nobody is where the site says nothing', () => {
  const open = centre('last')
  open.ready('Ana', 'chat')
  expect(served(open, 'tom')()).toBeUndefined()
  for (const site of [centre(), centre('nobody')]) {
    site.ready('Ana', 'chat')
    expect(served(site, 'ann')()).toBeUndefined()
  }
})
