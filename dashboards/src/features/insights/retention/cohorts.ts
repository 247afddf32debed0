import type { Cohorts } from '@/api/types'

type Cohort = Cohorts['cohorts'][number]

/** What share of a cohort came in the k-th month after it had joined; undefined while that lies ahead, or where nobody joined. */
export function shareOf(cohort: Cohort, k: number): number | undefined {
  const active = cohort.active[k]
  return active === undefined || cohort.members === 0 ? undefined : active / cohort.members
}

/** Whether a figure is of the month that is still running. */
export function isRunning(cohort: Cohort, k: number): boolean {
  return k === cohort.active.length - 1
}

/** What share of all members came in the k-th month after they had joined; of months that are over. Undefined where there is none. */
export function averageAt(cohorts: readonly Cohort[], k: number): number | undefined {
  const known = cohorts.filter((cohort) => k < cohort.active.length - 1)
  const members = known.reduce((sum, cohort) => sum + cohort.members, 0)
  if (members === 0) return undefined
  return known.reduce((sum, cohort) => sum + (cohort.active[k] ?? 0), 0) / members
}

/** Cohorts from the first in which anybody joined on: a chain's months before it began say nothing. */
export function sinceBeginning(cohorts: readonly Cohort[]): Cohort[] {
  const first = cohorts.findIndex(({ members }) => members > 0)
  return first < 0 ? [] : cohorts.slice(first)
}
