import type { OwnAs } from '@beckon/shared/model/routing-explanation'
import { expect, test } from 'vitest'
import { present, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { toldAgent } from './told-agent.ts'

const centre = (tellsAgent?: OwnAs[]) =>
  new SiteScenario({
    agents: { Ana: {}, Raj: { handle: 'raj' }, Zoe: {} },
    customers: { ann: { externalId: 'id-of-ann' }, tom: {} },
    ...(tellsAgent && { routing: { tellsAgent } }),
  })
const telling = (s: SiteScenario, name: string) => (handle: string | null) =>
  toldAgent(s.state, present(s.store.find('customers', s.idOf(name))), handle)

function served(s: SiteScenario, name: string) {
  const interactionId = s.contact(name)
  const { fence } = s.accept('Ana')
  value(s.say(name, 'contact:end', { interactionId }))
  value(s.say('Ana', 'wrap-up:complete', { interactionId, fence, disposition: 'solved' }))
  return () => telling(s, name)(null)
}

test('[QU15] an identified customer reads whether who served them last is available, where the site says so', () => {
  const s = centre(['last-agent'])
  s.ready('Ana', 'chat')
  const told = served(s, 'ann')
  expect(told()).toEqual({ name: 'Ana', as: 'last-agent', available: true })
  value(s.say('Ana', 'dnd:set', { on: true }))
  expect(told()).toMatchObject({ name: 'Ana', available: false })
  value(s.say('Ana', 'dnd:set', { on: false }))
  s.disconnect('Ana')
  expect(told()).toMatchObject({ name: 'Ana', available: false })
})

test('[QU15] a stranger is told of nobody, and nobody is where the site says nothing', () => {
  const open = centre(['owner', 'last-agent'])
  open.ready('Ana', 'chat')
  expect(served(open, 'tom')()).toBeUndefined()
  for (const site of [centre(), centre([]), centre(['owner', 'named'])]) {
    site.ready('Ana', 'chat')
    expect(served(site, 'ann')()).toBeUndefined()
  }
})

test('[QU15] whom the page names is told to a stranger, too; a handle that nobody has is as good as none', () => {
  const s = centre(['named'])
  const told = telling(s, 'tom')
  expect(told('raj')).toEqual({ name: 'Raj', as: 'named', available: false })
  s.ready('Raj', 'chat')
  expect(told('raj')).toMatchObject({ name: 'Raj', available: true })
  expect(told('ana')).toBeUndefined()
  expect(told(null)).toBeUndefined()
  expect(telling(centre(['owner', 'last-agent']), 'tom')('raj')).toBeUndefined()
})

test('[QU15] of several the owner comes first, then the named, then the last; who is available before who is not', () => {
  const s = centre(['owner', 'named', 'last-agent'])
  s.ready('Ana', 'chat')
  served(s, 'ann')
  s.disconnect('Ana')
  s.ready('Zoe', 'chat')
  s.contact('ann')
  s.accept('Zoe')
  const told = telling(s, 'ann')
  s.ready('Raj', 'chat')
  expect(told('raj')).toMatchObject({ name: 'Zoe', as: 'owner', available: true })
  value(s.say('Zoe', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
  expect(told('raj')).toMatchObject({ name: 'Raj', as: 'named', available: true })
  expect(told(null)).toMatchObject({ name: 'Zoe', as: 'owner', available: false })
})
