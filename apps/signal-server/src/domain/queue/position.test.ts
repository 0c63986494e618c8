import { expect, test } from 'vitest'
import { queue, SiteScenario } from '../../../testing/site-scenario.ts'

test('[QU2] who waits for the same agents, or in the same queue, is before me; who waits for others is not', () => {
  const s = new SiteScenario({
    agents: { Ana: { skills: { baggage: 1 } }, Raj: { skills: { disputes: 1 } } },
    customers: { ann: {}, tom: {}, eve: {}, joe: { segment: 'gold' } },
    routing: {
      queues: [queue('service'), queue('disputes')],
      buttons: [
        {
          when: { subject: 'disputes' },
          queue: 'disputes',
          skills: {},
          greeting: null,
          announcements: [],
          legs: 'both',
        },
      ],
      values: [{ when: { segment: 'gold' }, value: 5 }],
    },
  })
  s.contact('ann', 'chat', 'disputes')
  s.pass(1)
  s.contact('tom', 'chat', 'baggage')
  s.pass(1)
  s.contact('eve', 'chat')
  const positions = () => ['ann', 'tom', 'eve'].map((name) => s.contactOf(name).position)
  expect(positions()).toEqual([1, 1, 3])
  s.contact('joe', 'chat', 'baggage')
  expect([...positions(), s.contactOf('joe').position]).toEqual([1, 2, 4, 1])
})
