/** When a campaign goes, as people choose it. Each time of day is `10:00`, by the clocks of each store. */
export interface Timing {
  rhythm: Rhythm
  /** Once: a local date and time, `2026-05-01T10:00`. */
  at: string
  time: string
  /** Every week: 1 for Monday to 7 for Sunday. */
  weekdays: readonly number[]
  /** Every month: 1 to 31, or `L` for its last day. */
  monthDay: string
  /** The months in which it goes, 1 to 12; none named for all of them. */
  months: readonly number[]
  /** What none of the others can say. */
  cron: string
}

export const rhythms = ['once', 'daily', 'weekly', 'monthly', 'cron'] as const

export type Rhythm = (typeof rhythms)[number]

export interface Schedule {
  cron?: string | null
  at?: string | null
}

const names = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']
const usual: Timing = { rhythm: 'weekly', at: '', time: '10:00', weekdays: [1], monthDay: '1', months: [], cron: '' }

/** The document of a schedule. Seconds are none; of the two days that a cron has, the one that is not meant is a question mark. */
export function scheduleOf(timing: Timing): Schedule {
  const [hour = '', minute = ''] = timing.time.split(':')
  const time = `0 ${Number(minute)} ${Number(hour)}`
  switch (timing.rhythm) {
    case 'once':
      return { at: timing.at.length === 16 ? `${timing.at}:00` : timing.at }
    case 'daily':
      return { cron: `${time} * * ?` }
    case 'weekly':
      return { cron: `${time} ? * ${timing.weekdays.map((day) => names[day - 1]).join(',')}` }
    case 'monthly':
      return { cron: `${time} ${timing.monthDay} ${timing.months.join(',') || '*'} ?` }
    case 'cron':
      return { cron: timing.cron }
  }
}

/** A schedule as it would have been chosen; what nobody could have chosen is told as its cron. */
export function timingOf({ cron, at }: Schedule): Timing {
  if (at != null) return { ...usual, rhythm: 'once', at: at.slice(0, 16) }
  const text = (cron ?? '').trim()
  const fields = text.toUpperCase().split(/\s+/)
  const [second, minute, hour, monthDay, month, weekday, year = '*'] = fields
  const plain = [minute, hour].every((field) => /^\d{1,2}$/.test(field ?? ''))
  const asCron: Timing = { ...usual, rhythm: 'cron', cron: text }
  if (fields.length < 6 || fields.length > 7 || second !== '0' || !plain || year !== '*') return asCron
  const timing = { ...usual, cron: text, time: `${hour?.padStart(2, '0')}:${minute?.padStart(2, '0')}` }
  if (weekday === '?' && /^(\d{1,2}|L)$/.test(monthDay ?? '') && /^(\*|\d{1,2}(,\d{1,2})*)$/.test(month ?? '')) {
    return { ...timing, rhythm: 'monthly', monthDay: monthDay ?? '1', months: month === '*' ? [] : (month ?? '').split(',').map(Number) }
  }
  if (month !== '*') return asCron
  if (isAny(monthDay) && isAny(weekday)) return { ...timing, rhythm: 'daily' }
  const weekdays = (weekday ?? '').split(',').map((name) => names.indexOf(name) + 1)
  if (monthDay === '?' && weekdays.every((day) => day > 0)) return { ...timing, rhythm: 'weekly', weekdays: weekdays.toSorted((one, other) => one - other) }
  return asCron
}

const isAny = (field: string | undefined) => field === '*' || field === '?'
