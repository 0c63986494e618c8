import type { OpeningHours, Shift } from '@beckon/shared/model/routing-settings'
import { DAY, dayNumber, instantsOf, wallClock } from './zoned-time.ts'

/** 1970-01-01 was a Thursday; Monday is 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function shiftsOn(hours: OpeningHours, day: number): readonly Shift[] {
  const holiday = hours.holidays.find(({ date }) => dayOfDate(date) === day)
  return holiday?.shifts ?? hours.week[weekdayOf(day)] ?? []
}

const dayOfDate = (date: string): number =>
  dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))

/** By the wall clock of the place: an hour the clock skips is no opening, one it shows twice is open twice. */
export function isOpen(hours: OpeningHours, instant: number): boolean {
  const wall = wallClock(hours.zone, instant)
  const day = Math.floor(wall / DAY)
  const minute = Math.floor((wall - day * DAY) / 60_000)
  return shiftsOn(hours, day).some(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to))
}

/** How far ahead an opening is looked for: a year and its longest holiday. */
const mostDays = 400

/** The first instant from `instant` on at which it is open; null: not within the next 400 days. */
export function nextOpening(hours: OpeningHours, instant: number): number | null {
  if (isOpen(hours, instant)) return instant
  const today = Math.floor(wallClock(hours.zone, instant) / DAY)
  for (let day = today; day < today + mostDays; day++) {
    const shifts = shiftsOn(hours, day)
    if (shifts.length === 0) continue
    const begins = shifts.map(({ from }) => day * DAY + minutesOf(from) * 60_000)
    const opening = instantsOf(hours.zone, begins, day)
      .filter((at) => at >= instant && Math.floor(wallClock(hours.zone, at) / DAY) === day && isOpen(hours, at))
      .sort((a, b) => a - b)[0]
    if (opening !== undefined) return opening
  }
  return null
}
