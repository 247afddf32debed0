import type { Cohorts } from '@/api/types'
import { instantOf } from '@/shared/time/wallClock'

export interface MonthOfPast {
  /** When it began. */
  begins: number
  /** How many members came in it. */
  came: number
}

/** How many members came in each month, from the first in which the chain knew anybody; oldest first. */
export function monthsOf({ cohorts, timeZone }: Pick<Cohorts, 'cohorts' | 'timeZone'>): MonthOfPast[] {
  const first = cohorts.findIndex(({ members }) => members > 0)
  if (first < 0) return []
  return cohorts.slice(first).map(({ month }, index) => ({
    begins: instantOf(`${month}-01T00:00`, timeZone) ?? 0,
    // Those who joined in an earlier month came in this one as many months later.
    came: cohorts.slice(first, first + index + 1).reduce((sum, cohort, joined) => sum + (cohort.active[index - joined] ?? 0), 0),
  }))
}

/** A line through the months that are over, in a box of 1000 by 100, for a span that begins and ends as given. */
export function courseOf(months: readonly MonthOfPast[], begins: number, ends: number): string {
  const over = months.slice(0, -1)
  const most = Math.max(1, ...over.map(({ came }) => came))
  const heightOf = (came: number) => (100 - (came / most) * 92).toFixed(1)
  const points = over.map(({ begins: from, came }, index) => {
    const until = months[index + 1]?.begins ?? ends
    const x = (((from + until) / 2 - begins) / (ends - begins)) * 1000
    return `${x.toFixed(1)},${heightOf(came)}`
  })
  return points.length < 2 ? '' : `M0,100 L${points.join(' L')} L1000,${heightOf(over.at(-1)?.came ?? 0)} L1000,100 Z`
}
