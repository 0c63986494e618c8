import type { OpeningHours, Shift } from '@beckon/shared/model/routing-settings'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpen, nextChange, nextOpening } from './opening-hours.ts'

const daily = (zone: string, ...shifts: [from: string, to: string][]): OpeningHours => {
  const day: Shift[] = shifts.map(([from, to]) => ({ from, to }))
  return { key: 'service', zone, week: Array.from({ length: 7 }, () => day), holidays: [] }
}
const at = (utc: string): number => Date.parse(`${utc}Z`)
const told = (instant: number | null) => instant && new Date(instant).toISOString().slice(0, 16)

describe('a service with a lunch break in Oslo', () => {
  const hours = daily('Europe/Oslo', ['09:00', '12:30'], ['13:00', '17:00'])

  test.each([
    ['2026-01-15T07:59', false],
    ['2026-01-15T08:00', true],
    ['2026-01-15T11:29', true],
    ['2026-01-15T11:30', false],
    ['2026-01-15T12:00', true],
    ['2026-01-15T16:00', false],
    ['2026-07-15T07:00', true],
    ['2026-07-15T15:00', false],
  ])('[HR1] at %s UTC open is %s', (utc, open) => {
    expect(isOpen(hours, at(utc))).toBe(open)
  })

  test.each([
    ['2026-01-15T11:30', '2026-01-15T12:00'],
    ['2026-01-15T16:00', '2026-01-16T08:00'],
    ['2026-03-28T16:00', '2026-03-29T07:00'],
    ['2026-10-24T15:00', '2026-10-25T08:00'],
    ['2026-01-15T08:30', '2026-01-15T08:30'],
  ])('[HR3] from %s UTC the next opening is %s', (utc, next) => {
    expect(told(nextOpening(hours, at(utc)))).toBe(next)
  })
})

describe('[HR2] where the clock changes', () => {
  test('an opening in the hour that spring skips is there when the clock goes on', () => {
    const hours = daily('Europe/Oslo', ['02:30', '04:00'])
    expect(isOpen(hours, at('2026-03-29T00:59:59'))).toBe(false)
    expect(told(nextOpening(hours, at('2026-03-29T00:00')))).toBe('2026-03-29T01:00')
    expect(isOpen(hours, at('2026-03-29T01:59'))).toBe(true)
    expect(isOpen(hours, at('2026-03-29T02:00'))).toBe(false)
  })

  test('a shift within the skipped hour is none that day', () => {
    const hours = daily('Europe/Oslo', ['02:10', '02:50'])
    expect(told(nextOpening(hours, at('2026-03-28T12:00')))).toBe('2026-03-30T00:10')
  })

  test('an hour that autumn shows twice is open twice', () => {
    const hours = daily('Europe/Oslo', ['02:00', '02:30'])
    expect([0, 29, 30, 60, 89, 90].map((minute) => isOpen(hours, at('2026-10-25T00:00') + minute * 60_000))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ])
    expect(told(nextOpening(hours, at('2026-10-25T00:45')))).toBe('2026-10-25T01:00')
  })

  test('a half-hour change and one at midnight are followed', () => {
    expect(told(nextOpening(daily('Australia/Lord_Howe', ['09:00', '10:00']), at('2026-04-04T12:00')))).toBe(
      '2026-04-04T22:30',
    )
    expect(told(nextOpening(daily('Africa/Cairo', ['00:30', '02:00']), at('2026-04-23T20:00')))).toBe(
      '2026-04-23T22:00',
    )
  })

  test('the next opening is the first open minute, and the next change the first that differs, around every change of these zones', () => {
    const changes = ['2026-03-29T01:00', '2026-10-25T01:00', '2026-03-08T07:00', '2026-11-01T06:00', '2026-04-04T15:00']
    const times = ['00:30', '01:00', '01:30', '02:00', '02:15', '02:30', '02:45', '03:00', '03:30']
    let crossed = 0
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo'),
        fc.constantFrom(...changes),
        fc.integer({ min: -300, max: 300 }),
        fc.nat(times.length - 2),
        fc.nat(3),
        (zone, change, minutes, from, length) => {
          const to = times[Math.min(times.length - 1, from + 1 + length)] ?? '04:00'
          const hours = daily(zone, [times[from] ?? '', to])
          const start = at(change) + minutes * 60_000
          const next = nextOpening(hours, start)
          let scanned = start
          while (!isOpen(hours, scanned)) scanned += 60_000
          expect(told(next)).toBe(told(scanned))
          let changed = start + 60_000
          while (isOpen(hours, changed) === isOpen(hours, start)) changed += 60_000
          expect(told(nextChange(hours, start))).toBe(told(changed))
          if (start <= at(change) && (next ?? 0) >= at(change)) crossed++
        },
      ),
      { numRuns: 200 },
    )
    expect(crossed).toBeGreaterThan(35)
  })
})

test('[QU14] one that is open round the clock on working days closes for the weekend, and for ever one that never does not', () => {
  const round: Shift[] = [{ from: '00:00', to: '24:00' }]
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? round : []))
  const hours: OpeningHours = { key: 'service', zone: 'Europe/Oslo', week, holidays: [] }
  expect(told(nextChange(hours, at('2026-01-15T11:00')))).toBe('2026-01-16T23:00')
  expect(told(nextChange(hours, at('2026-01-16T23:00')))).toBe('2026-01-18T23:00')
  expect(nextChange({ ...hours, week: Array.from({ length: 7 }, () => round) }, at('2026-01-15T11:00'))).toBeNull()
})

describe('holidays', () => {
  const hours: OpeningHours = {
    ...daily('Asia/Tokyo', ['09:00', '17:00']),
    holidays: [
      { date: '2026-12-31', shifts: [{ from: '09:00', to: '12:00' }] },
      { date: '2027-01-01', shifts: [] },
    ],
  }

  test('[HR1] have hours of their own, by the date of the place', () => {
    expect(isOpen(hours, at('2026-12-31T02:59'))).toBe(true)
    expect(isOpen(hours, at('2026-12-31T03:00'))).toBe(false)
    expect(told(nextOpening(hours, at('2026-12-31T03:00')))).toBe('2027-01-02T00:00')
  })

  test('[HR3] one that never opens has no next opening', () => {
    const never = { ...hours, week: Array.from({ length: 7 }, () => []), holidays: [] }
    expect(nextOpening(never, at('2026-12-31T03:00'))).toBeNull()
  })
})
