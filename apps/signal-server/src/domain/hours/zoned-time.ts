const MINUTE = 60_000
const HOUR = 3_600_000
export const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of an IANA zone; throws a RangeError for a zone there is none of. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}

export function isZone(zone: string): boolean {
  try {
    return clockOf(zone) !== undefined
  } catch {
    return false
  }
}

/** Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Of `2028-02-29`: whether the calendar has that day. */
export function isDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const first = dayNumber(year, month, 1)
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return month >= 1 && month <= 12 && day >= 1 && day <= next - first
}

/** What the wall clock of a zone shows at an instant, as if that were UTC: milliseconds, to the second. */
export function wallClock(zone: string, instant: number): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of clockOf(zone).formatToParts(instant)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value)
  }
  const { year, month, day, hour, minute, second } = shown
  return dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1_000
}

const offsetAt = (zone: string, instant: number): number => {
  const second = Math.floor(instant / 1_000) * 1_000
  return wallClock(zone, second) - second
}

/**
 * Instants at which the wall clock may begin to show a time at or after these of one local day (`wall` as `wallClock`
 * gives it): with one change of the clock near that day a time may come never, once or twice.
 */
export function instantsOf(zone: string, walls: readonly number[], day: number): number[] {
  const from = day * DAY - 36 * HOUR
  const until = day * DAY + 60 * HOUR
  const before = offsetAt(zone, from)
  const after = offsetAt(zone, until)
  if (before === after) return walls.map((wall) => wall - before)
  return [...walls.flatMap((wall) => [wall - before, wall - after]), changeOf(zone, from, until)]
}

/** The first instant with the later offset. */
function changeOf(zone: string, from: number, until: number): number {
  const before = offsetAt(zone, from)
  let [low, high] = [Math.floor(from / 1_000), Math.ceil(until / 1_000)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle * 1_000) === before) low = middle
    else high = middle
  }
  return high * 1_000
}
