interface Formats {
  hourMinute: Intl.DateTimeFormat
  dayMonth: Intl.DateTimeFormat
  wholeDay: Intl.DateTimeFormat
  whole: Intl.DateTimeFormat
  ago: Intl.RelativeTimeFormat
}

/** The agent's own variety of the language where the browser names one; Latin figures, as the timers have. */
const localeOf = (language: string): string =>
  `${navigator.languages.find((each) => each.split('-')[0] === language) ?? language}-u-nu-latn`

const formatsOf = (locale: string): Formats => ({
  hourMinute: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  wholeDay: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  whole: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
  ago: new Intl.RelativeTimeFormat(locale, { style: 'short' }),
})

let formats = formatsOf(localeOf('en'))

/** Times are told in the language of the texts. */
export function tellTimesIn(language: string): void {
  formats = formatsOf(localeOf(language))
}

/** Wall-clock times in the agent's own zone; the argument is epoch milliseconds. */
export const timeOfDay = (at: number): string => formats.hourMinute.format(at)
export const dayText = (at: number): string => formats.wholeDay.format(at)

/** The agent's day around `at`, epoch milliseconds, `until` not in it. */
export const dayOf = (at: number): { from: number; until: number } => ({
  from: new Date(at).setHours(0, 0, 0, 0),
  until: new Date(at).setHours(24, 0, 0, 0),
})
const dayKey = (at: number): string => new Date(at).toDateString()

/** The time when it was on the day of `now`, else the date. */
export const shortWhen = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? timeOfDay(at) : formats.dayMonth.format(at)

export const dateAndTime = (at: number): string => formats.whole.format(at)
export const minutesAgo = (minutes: number): string => formats.ago.format(-minutes, 'minute')
