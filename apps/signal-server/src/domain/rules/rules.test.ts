import { describe, expect, test } from 'vitest'
import { queue, SiteScenario, value } from '../../../testing/site-scenario.ts'
import { distanceKm, nearestGroup } from './nearest-group.ts'

const place = (key: string, latitude: number, longitude: number) => ({ key, name: key, latitude, longitude })
const oslo = place('oslo', 59.91, 10.75)
const tokyo = place('tokyo', 35.68, 139.69)
const suva = place('suva', -18.14, 178.44)

describe('what a contact is worth', () => {
  const site = () =>
    new SiteScenario({
      customers: {
        ann: { segment: 'gold', signedContext: { agreement: 'premium' } },
        tom: { segment: 'gold' },
        joe: {},
      },
      routing: {
        values: [
          { when: { agreement: 'premium', channel: 'voice' }, value: 60 },
          { when: { segment: 'gold', subject: 'baggage' }, value: 30 },
          { when: { segment: 'gold' }, value: 10 },
        ],
        agreements: [
          { fromValue: 10, withinMs: 60_000, raise: 15 },
          { fromValue: 60, withinMs: 20_000, raise: 100 },
        ],
      },
    })

  test.each([
    ['ann', 'voice', 'booking', 60],
    ['ann', 'chat', 'booking', 10],
    ['tom', 'chat', 'baggage', 30],
    ['joe', 'voice', 'baggage', 0],
  ] as const)('[RU1] %s on %s about %s is worth %i by the first rule that holds', (who, channel, subject, worth) => {
    const s = site()
    const row = s.row(s.contact(who, channel, subject))
    expect([row.value, row.enqueuedAt - row.rankAt]).toEqual([worth, worth * 60_000])
  })

  test.each([
    ['ann', 'voice', 20_000],
    ['tom', 'chat', 60_000],
    ['joe', 'chat', null],
  ] as const)('[RU2] what is promised to %s on %s hangs on the value: %s', (who, channel, within) => {
    const s = site()
    const row = s.row(s.contact(who, channel))
    expect(row.agreementAt && row.agreementAt - row.enqueuedAt).toBe(within)
  })

  test('[QU8] a missed agreement raises the contact once, and never when it was answered', () => {
    const s = site()
    const id = s.contact('tom')
    s.pass(59_999)
    expect(s.row(id).agreementMissedAt).toBeNull()
    const before = s.row(id).rankAt
    s.pass(1)
    expect(s.row(id)).toMatchObject({ agreementMissedAt: s.now, value: 10, rankAt: before - 15 * 60_000 })
    s.pass(120_000)
    expect(s.row(id).rankAt).toBe(before - 15 * 60_000)
  })
})

describe('what the codes of a button mean', () => {
  const site = () =>
    new SiteScenario({
      agents: { Ana: { skills: { baggage: 2 } }, Raj: { skills: { baggage: 4 } } },
      customers: { ann: { segment: 'gold' }, tom: {} },
      routing: {
        queues: [queue('service'), queue('care'), queue('north')],
        groups: [oslo, tokyo],
        buttons: [
          {
            when: { whisper: 'gold-line', segment: 'gold' },
            queue: 'care',
            skills: { baggage: 3 },
            greeting: 'Welcome aboard.',
            announcements: ['recorded'],
            legs: 'agent-first',
          },
          { when: { region: 'oslo' }, queue: 'north', skills: {}, greeting: null, announcements: [], legs: 'both' },
        ],
      },
    })
  const placed = (s: SiteScenario, name: string, codes: object) => {
    const { queue: key, plan } = s.row(value(s.ask(name, codes)).interactionId)
    return [key, plan.skills, plan.legs, plan.region]
  }

  test('[RU5] the first rule whose conditions all hold gives queue, skills, greeting and order of legs', () => {
    const s = site()
    expect(placed(s, 'ann', { whisper: 'gold-line' })).toEqual(['care', { baggage: 3 }, 'agent-first', null])
    expect(s.contactOf('ann')).toMatchObject({ greeting: 'Welcome aboard.' })
  })

  test('[RU5] what a button says in words is the code of that name', () => {
    const items = [{ key: 'whisper', value: ' Gold line! ', source: 'button' as const }]
    expect(placed(site(), 'ann', { bag: { items, trail: [] } })[0]).toBe('care')
  })

  test('[RU5] none holds: the default queue, and what the subject asks for', () => {
    expect(placed(site(), 'tom', { whisper: 'gold-line', subject: 'baggage' })).toEqual([
      'service',
      { baggage: 1 },
      'both',
      null,
    ])
  })

  test('[RU6] coordinates stand for the nearest group; the code of a button wins over them', () => {
    const items = [{ key: 'location', value: '60.4,5.3', source: 'customer' as const }]
    const bergen = { items, trail: [] }
    expect(placed(site(), 'tom', { bag: bergen })).toEqual(['north', {}, 'both', 'oslo'])
    expect(placed(site(), 'tom', { bag: bergen, region: 'tokyo' })).toEqual(['service', {}, 'both', 'tokyo'])
  })
})

describe('distances', () => {
  test.each([
    [oslo, oslo, 0],
    [oslo, tokyo, 8_400],
    [{ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111],
    [{ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015],
  ])('[RU6] from %o to %o it is %i km', (a, b, km) => {
    expect(Math.abs(distanceKm(a, b) - km)).toBeLessThanOrEqual(km * 0.01)
  })

  test('[RU6] the nearest group is found across the date line; without groups there is none', () => {
    expect(nearestGroup([oslo, tokyo, suva], { latitude: -17, longitude: -179 })?.key).toBe('suva')
    expect(nearestGroup([], oslo)).toBeUndefined()
  })
})
