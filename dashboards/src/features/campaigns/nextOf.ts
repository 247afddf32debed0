import type { Timing } from './cron'

const day = 86_400_000
/** A campaign that names the 29th of February waits longest. */
const furthest = 9 * 366

/**
 * The next time of a campaign after a time, both by the clocks of one place, `2026-03-09T10:00`; undefined where it does not come
 * again, or where only the server can tell.
 */
export function nextOf(timing: Timing, now: string): string | undefined {
  if (timing.rhythm === 'cron') return undefined
  if (timing.rhythm === 'once') return timing.at > now ? timing.at : undefined
  const today = Date.parse(`${now.slice(0, 10)}T00:00:00Z`)
  for (let ahead = 0; ahead <= furthest; ahead++) {
    const date = new Date(today + ahead * day)
    const time = `${date.toISOString().slice(0, 10)}T${timing.time}`
    if (time > now && isMeant(timing, date)) return time
  }
  return undefined
}

function isMeant({ rhythm, weekdays, monthDay, months }: Timing, date: Date): boolean {
  if (rhythm === 'daily') return true
  if (rhythm === 'weekly') return weekdays.includes(date.getUTCDay() || 7)
  if (months.length > 0 && !months.includes(date.getUTCMonth() + 1)) return false
  const tomorrow = new Date(date.getTime() + day)
  return monthDay === 'L' ? tomorrow.getUTCDate() === 1 : date.getUTCDate() === Number(monthDay)
}
