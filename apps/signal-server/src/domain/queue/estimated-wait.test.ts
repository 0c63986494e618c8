import { expect, test } from 'vitest'
import { SiteScenario, value } from '../../../testing/site-scenario.ts'

/** Ana has served `count` chats of so long each, talk and wrap-up together, and is at capacity with one more. */
function served(count: number, tookMs: number, slots = 1): SiteScenario {
  const people = ['busy', 'ann', 'tom', 'eve']
  const s = new SiteScenario({
    agents: { Ana: { capacity: { chat: slots, voice: 1 } } },
    customers: Object.fromEntries(people.map((name) => [name, {}])),
  })
  s.ready('Ana', 'chat')
  const serve = (): void => {
    const id = s.contact('busy')
    const { fence } = s.accept('Ana')
    s.pass(tookMs - 10_000)
    value(s.say('Ana', 'interaction:end', { interactionId: id, fence }))
    s.pass(10_000)
    value(s.say('Ana', 'wrap-up:complete', { interactionId: id, fence, disposition: 'solved' }))
  }
  for (let n = 0; n < count; n++) serve()
  value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'unavailable' }))
  for (const name of ['ann', 'tom', 'eve']) {
    s.pass(1)
    s.contact(name)
  }
  return s
}
const waits = (s: SiteScenario) => ['ann', 'tom', 'eve'].map((name) => s.contactOf(name).estimatedWait)
const back = (s: SiteScenario) => value(s.say('Ana', 'presence:set', { channel: 'chat', intent: 'available' }))

test('[QU9] is the expected handling time × contacts ahead ÷ slots that can take them', () => {
  const s = served(5, 240_000)
  back(s)
  expect(waits(s)).toEqual([
    { kind: 'less-than', minutes: 1 },
    { kind: 'about', minutes: 4 },
    { kind: 'about', minutes: 8 },
  ])
  const two = served(5, 240_000, 2)
  back(two)
  expect(waits(two).slice(1)).toEqual([
    { kind: 'about', minutes: 2 },
    { kind: 'about', minutes: 4 },
  ])
})

test('[QU9] is said as a range when it is long', () => {
  const s = served(5, 600_000)
  back(s)
  expect(waits(s)[2]).toEqual({ kind: 'between', minutes: 16, and: 26 })
})

test('[QU9] is not said of fewer than five contacts, nor while nobody is there to serve', () => {
  const few = served(4, 240_000)
  back(few)
  expect(waits(few)).toEqual([null, null, null])
  expect(waits(served(5, 240_000))).toEqual([null, null, null])
})
