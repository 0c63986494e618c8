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

/** How far ahead a change is looked for: a year and its longest holiday. */
const mostDays = 400

/** The first instant from `instant` on at which it is open; null: not within the next 400 days. */
export const nextOpening = (hours: OpeningHours, instant: number): number | null =>
  isOpen(hours, instant) ? instant : nextChange(hours, instant)

/** The first instant after `instant` at which it opens, or closes if it is open; null: not within the next 400 days. */
export function nextChange(hours: OpeningHours, instant: number): number | null {
  const open = isOpen(hours, instant)
  const today = Math.floor(wallClock(hours.zone, instant) / DAY)
  for (let day = today; day < today + mostDays; day++) {
    const shifts = shiftsOn(hours, day)
    if (shifts.length === 0) continue
    const walls = shifts.map(({ from, to }) => day * DAY + minutesOf(open ? to : from) * 60_000)
    // Open until the end of this day it closes with the next; another day's changes are looked for there.
    const isOfDay = (at: number): boolean => Math.floor(wallClock(hours.zone, open ? at - 1 : at) / DAY) === day
    const change = instantsOf(hours.zone, walls, day)
      .filter((at) => at > instant && isOfDay(at) && isOpen(hours, at) !== open)
      .sort((a, b) => a - b)[0]
    if (change !== undefined) return change
  }
  return null
}
