import type { Board, Today } from '@/api/types'
import { stages } from '@/shared/stages'

const day = 86_400_000

/** How many weeks back today is compared with. */
const weeks = 4

/** What such a day has usually brought by now. */
export interface Usual {
  today: Today
  /** Of how many days this is the average. */
  days: number
}

/** The same time of day on the same weekday of the weeks before, in milliseconds since 1970. */
export function sameTimeBefore(now: number): number[] {
  return Array.from({ length: weeks }, (_, index) => now - (index + 1) * 7 * day)
}

/**
 * An instant that stays the same for a quarter of an hour, and for ten seconds of the reader's where the server's clock runs faster:
 * what is asked of it need not be asked again with every second.
 */
export function steadily(now: number, speed: number): number {
  const step = Math.max(15 * 60_000, speed * 10_000)
  // Never ahead: shortly before midnight that would be the next day, of which nothing has come yet.
  return Math.floor(now / step) * step
}

/** The average of those days on which there were members already; undefined where there is none. */
export function usual(boards: readonly Board[]): Usual | undefined {
  const days = boards.filter((board) => stages.some((stage) => board.stages[stage] > 0)).map(({ today }) => today)
  const [first] = days
  if (first === undefined) return undefined
  const figures = Object.keys(first) as (keyof Today)[]
  const today = Object.fromEntries(
    figures.map((figure) => [figure, days.reduce((sum, each) => sum + each[figure], 0) / days.length]),
  ) as unknown as Today
  return { today, days: days.length }
}
