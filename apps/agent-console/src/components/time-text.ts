/** Wall-clock times in the agent's own zone; the argument is epoch milliseconds. */
const hourMinute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const dayMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const wholeDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

export const timeOfDay = (at: number): string => hourMinute.format(at)
export const dayText = (at: number): string => wholeDay.format(at)
export const dayKey = (at: number): string => new Date(at).toDateString()

/** The time when it was on the day of `now`, else the date. */
export const shortWhen = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? hourMinute.format(at) : dayMonth.format(at)
