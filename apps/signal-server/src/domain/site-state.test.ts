import type { CustomerId } from '@beckon/shared/model/ids'
import { expect, test } from 'vitest'
import { SiteNode } from '../../testing/site-node.ts'
import { sequentialIds } from '../../testing/sequential-ids.ts'
import { emptyBag, nodeB, refusalOf, SiteScenario, value } from '../../testing/site-scenario.ts'
import { siteChecks } from '../../testing/site-checks.ts'
import { agentView } from './views/agent-view.ts'

const secondNode = (site: SiteScenario): SiteNode => {
  const now = (): number => site.now
  return new SiteNode({ store: site.store, ids: sequentialIds(), now, id: nodeB, watcher: siteChecks(site.store, now) })
}

test('[DL6] a node that catches up knows a customer who comes back', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: { name: 'Ann Lee', externalId: 'A-1' } } })
  const other = secondNode(site)
  const first = site.contact('ann')
  value(site.say('ann', 'contact:end', { interactionId: first }))
  other.catchUp()
  site.ready('Ana', 'chat')
  site.contact('ann')
  other.catchUp()
  const who = site.who('Ana')
  const seen = who.kind === 'staff' ? agentView(other.state, who.agentId, site.now) : undefined
  expect(seen?.offers[0]?.customer).toEqual({ name: 'Ann Lee', identified: true, segment: null })
})

test('[DL6] the end of a call keeps the page session it shared with the chat', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  site.ready('Ana', 'chat')
  const chat = site.contact('ann')
  value(
    site.say('ann', 'context:update', {
      interactionId: chat,
      bag: { ...emptyBag, items: [{ key: 'flight', value: 'BS117', source: 'page' }] },
    }),
  )
  site.accept('Ana')
  const { callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
  value(site.say('ann', 'call:decline', { callId }))
  expect(site.agentSees('Ana').work[0]?.context.items).toHaveLength(1)
})

test('[DL6] a node that learns at once of a chat’s end and of who its customer is keeps the page session of the call', () => {
  const customers = { ann: {}, known: { name: 'Ann Lee', externalId: 'A-1' } }
  const site = new SiteScenario({ agents: { Ana: {} }, customers })
  const other = secondNode(site)
  site.ready('Ana', 'chat')
  const chat = site.contact('ann')
  const { fence } = site.accept('Ana')
  value(site.say('Ana', 'call:invite', { interactionId: chat }))
  other.catchUp()
  value(site.say('Ana', 'interaction:end', { interactionId: chat, fence }))
  value(site.say('Ana', 'wrap-up:complete', { interactionId: chat, fence, disposition: 'solved' }))
  const knownAs = site.idOf('known') as CustomerId
  const signed = { externalId: 'A-1', name: 'Ann Lee', segment: null, signedContext: {}, knownAs }
  value(site.say('ann', 'customer:identify', signed))
  other.catchUp()
  expect(other.state.dataSessions.size).toBe(1)
})

test('[DL3] of two nodes that decide on one version the second writes nothing and decides again', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {}, tom: {} } })
  const other = secondNode(site)
  site.ready('Ana', 'chat')
  site.contact('ann')
  other.catchUp()
  const { id: offerId } = site.show('Ana')
  expect(other.state.version).toBe(site.store.version - 1)
  site.accept('Ana')
  const late = { name: 'offer:accept', by: site.who('Ana'), tabId: null, payload: { offerId } } as const
  expect(other.run([late]).map(refusalOf)).toEqual(['expired'])
  expect(other.state.version).toBe(site.store.version)
  expect([...other.state.interactions.values()]).toEqual([...site.state.interactions.values()])
})

test('[DL4] a batch that the rows refuse is decided again one by one', () => {
  const site = new SiteScenario({ customers: { ann: {}, tom: {}, eve: {} } })
  const signed = { externalId: 'A-1', name: 'Ann Lee', segment: null, signedContext: {}, knownAs: null }
  const claim = (who: string) =>
    ({ name: 'customer:identify', by: site.who(who), tabId: null, payload: signed }) as const
  const ask = {
    name: 'contact:request',
    by: site.who('eve'),
    tabId: null,
    payload: { channel: 'chat', bag: emptyBag },
  } as const
  expect(site.node.run([claim('ann'), ask, claim('tom')]).map(refusalOf)).toEqual(['accepted', 'accepted', 'conflict'])
  expect(site.customerSees('eve').interactions).toHaveLength(1)
})

test('[DL6] after the end of everything nothing of a customer stays in memory', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  const interactionId = site.contact('ann')
  value(site.say('ann', 'contact:end', { interactionId }))
  expect(site.state.customers.size).toBe(0)
  expect(site.state.dataSessions.size).toBe(0)
  expect(site.state.interactions.size).toBe(0)
})
