import { instantOf, wallClockOf } from '@/shared/time/wallClock'

const minute = 60_000

export type Step = 'day' | 'week' | 'month'

const days: Record<Exclude<Step, 'month'>, number> = { day: 1, week: 7 }

/** So many steps on, or back where it is negative, at the same time of day by the store's clock. */
export function stepped(instant: number, step: Step, count: number, timeZone: string | undefined): number {
  const [date = '', time = ''] = wallClockOf(instant, timeZone).split('T')
  const moved = step === 'month' ? monthsOn(date, count) : daysOn(date, count * days[step])
  return instantOf(`${moved}T${time}`, timeZone) ?? instant
}

function daysOn(date: string, count: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + count)
  return day.toISOString().slice(0, 10)
}

/** From the last of a month to the last of a shorter one, not beyond it. */
function monthsOn(date: string, count: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  const dayOfMonth = day.getUTCDate()
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() + count)
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(dayOfMonth, last))
  return day.toISOString().slice(0, 10)
}

/** An instant as it stands in an address: to the minute. */
export function inAddress(instant: number): string {
  return new Date(Math.floor(instant / minute) * minute).toISOString().replace(':00.000Z', 'Z')
}

/** The instant to look at when somebody wants this one; undefined for the present, which cannot be overtaken. */
export function reachable(wanted: number, first: number, now: number): number | undefined {
  if (wanted > now - minute) return undefined
  return Math.max(wanted, Math.min(first, now - minute))
}
