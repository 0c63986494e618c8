import { expect, test } from 'vitest'
import { answersOf, rowsOf } from '../../testing/state-snapshot.ts'
import { nodeA, SiteScenario, value } from '../../testing/site-scenario.ts'
import { decide } from './decide.ts'
import { Draft } from './draft.ts'
import { route } from './routing/route.ts'
import { sequentialIds } from '../../testing/sequential-ids.ts'

const busySite = () => {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
  site.ready('Ana', 'chat', 'voice')
  site.contact('ann')
  site.accept('Ana')
  site.contact('tom')
  return site
}
const draftOf = (site: SiteScenario) => new Draft(site.state, site.now, sequentialIds())

test('[DL4] a draft that is undone leaves rows and indexes exactly as they were', () => {
  const site = busySite()
  const offerId = site.show('Ana').id
  const rows = rowsOf(site.state)
  const answers = answersOf(site.state)
  const draft = draftOf(site)
  value(decide(draft, { name: 'node:lost', by: null, tabId: null, payload: { nodeId: nodeA, since: site.now } }))
  value(decide(draft, { name: 'offer:accept', by: site.who('Ana'), tabId: null, payload: { offerId } }))
  route(draft)
  expect(rowsOf(site.state)).not.toEqual(rows)
  draft.undo()
  const offers = [...site.state.offers.values()].map((offer) => offer.id)
  expect(offers).toEqual([...(rows.get('offers')?.keys() ?? [])])
  expect(answersOf(site.state)).toEqual(answers)
})

test('[DL4] a refused command leaves nothing of itself in the draft', () => {
  const site = busySite()
  const draft = draftOf(site)
  const bag = { items: [], trail: [] }
  const reply = decide(draft, {
    name: 'contact:request',
    by: site.who('ann'),
    tabId: null,
    payload: { channel: 'chat', bag },
  })
  expect(reply.ok).toBe(false)
  expect(draft.isEmpty).toBe(true)
  expect([draft.streams, draft.entries, draft.closedStreams]).toEqual([[], [], []])
})

test('[DL4] taking back the second change of a row restores the first', () => {
  const site = busySite()
  const draft = draftOf(site)
  const row = [...site.state.interactions.values()][0]
  if (!row) throw new Error('there is no interaction')
  draft.put('interactions', { ...row, relaxed: 1 })
  const back = draft.mark()
  draft.put('interactions', { ...row, relaxed: 2 })
  draft.say(row.conversationId, { kind: 'released' })
  back()
  expect(site.state.interactions.get(row.id)?.relaxed).toBe(1)
  expect(draft.rows.get('interactions')?.get(row.id)).toMatchObject({ relaxed: 1 })
  expect(draft.entries).toEqual([])
  draft.undo()
  expect(site.state.interactions.get(row.id)).toBe(row)
  expect(draft.isEmpty).toBe(true)
})

test('[DL13] the changes of a draft are each row once, before and after', () => {
  const site = busySite()
  const draft = draftOf(site)
  const row = [...site.state.interactions.values()][0]
  if (!row) throw new Error('there is no interaction')
  draft.put('interactions', { ...row, relaxed: 1 })
  draft.put('interactions', { ...row, relaxed: 2 })
  expect(draft.changes()).toEqual([{ table: 'interactions', before: row, after: { ...row, relaxed: 2 } }])
})
