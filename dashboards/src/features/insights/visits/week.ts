import type { VisitHours } from '@/api/types'

export type Hour = VisitHours['cells'][number]

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** From the first to the last hour of a day in which anybody ever came; of what lies outside there is nothing to see. */
export function hoursWithVisits(cells: readonly Hour[]): number[] {
  const hours = cells.filter(({ visits }) => visits > 0).map(({ hour }) => hour)
  if (hours.length === 0) return []
  const first = Math.min(...hours)
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index)
}

/** The hour of the week with the most visits, the earliest of several; undefined while there are none. */
export function busiest(cells: readonly Hour[]): Hour | undefined {
  return cells.reduce<Hour | undefined>((most, cell) => (cell.visits > (most?.visits ?? 0) ? cell : most), undefined)
}

/** The same of whole weekdays. */
export function busiestWeekday(cells: readonly Hour[]): { weekday: number; visits: number } | undefined {
  const sums = weekdays.map((weekday) => ({
    weekday,
    visits: cells.reduce((sum, cell) => sum + (cell.weekday === weekday ? cell.visits : 0), 0),
  }))
  return sums.reduce<(typeof sums)[number] | undefined>((most, day) => (day.visits > (most?.visits ?? 0) ? day : most), undefined)
}
