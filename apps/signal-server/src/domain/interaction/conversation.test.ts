import { expect, test } from 'vitest'
import { SiteScenario, value } from '../../../testing/site-scenario.ts'

test('[CH10] the conversation tells who joined, that the agent was lost, who joined then, and how it ended', () => {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {} } })
  site.ready('Ana', 'chat')
  const interactionId = site.contact('ann')
  site.accept('Ana')
  site.disconnect('Ana')
  site.pass(60_000)
  site.ready('Raj', 'chat')
  site.accept('Raj')
  value(site.say('ann', 'contact:end', { interactionId }))
  expect(site.said(site.row(interactionId).conversationId)).toEqual([
    { kind: 'joined', agent: 'Ana' },
    { kind: 'released' },
    { kind: 'joined', agent: 'Raj' },
    { kind: 'ended', cause: 'ended-by-customer' },
  ])
})

test('[CH10] the conversation of a call tells when the talk began and how long it was', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  site.ready('Ana', 'voice')
  const id = site.contact('ann', 'voice')
  site.accept('Ana')
  const callId = site.callOf(id).id
  for (const name of ['Ana', 'ann']) value(site.say(name, 'call:join', { callId }))
  value(site.say('Ana', 'call:connected', { callId, epoch: 1 }))
  site.pass(10_000)
  value(site.say('ann', 'call:hang-up', { callId }))
  expect(site.said(site.row(id).conversationId)).toEqual([
    { kind: 'joined', agent: 'Ana' },
    { kind: 'call-started' },
    { kind: 'call-ended', durationMs: 10_000 },
    { kind: 'ended', cause: 'ended-by-customer' },
  ])
})

test('[CH10] a call in which nobody heard the other was no talk', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  site.ready('Ana', 'voice')
  const id = site.contact('ann', 'voice')
  site.accept('Ana')
  value(site.say('Ana', 'call:hang-up', { callId: site.callOf(id).id }))
  expect(site.said(site.row(id).conversationId).map((body) => body.kind)).toEqual(['joined', 'ended'])
})

test('[CH10] what is said to the customer names no id, and how it was classified stays at the desk', () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  site.ready('Ana', 'chat')
  const interactionId = site.contact('ann')
  const { fence } = site.accept('Ana')
  value(site.say('Ana', 'interaction:end', { interactionId, fence }))
  value(site.say('Ana', 'wrap-up:complete', { interactionId, fence, disposition: 'rude-customer' }))
  const { conversationId, deskId } = site.row(interactionId)
  expect(JSON.stringify(site.store.streams.get(conversationId)?.entries)).not.toMatch(/rude-customer|0000a000/)
  expect(site.said(deskId)).toEqual([{ kind: 'wrapped-up', disposition: 'rude-customer' }])
})
