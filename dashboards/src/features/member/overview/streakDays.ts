import type { CommittedEvent, Member } from '@/api/types'

const dayLength = 86_400_000

export interface StreakDay {
  /** A day of the calendar, such as 2026-03-01. */
  day: string
  isSigned: boolean
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayLength).toISOString().slice(0, 10)
}

/** The days of the run that ended, or goes on, with her last sign-in. */
function daysOfRun({ current, lastDate }: Member['streak']): string[] {
  return lastDate === null ? [] : Array.from({ length: Math.max(1, current) }, (_, back) => shifted(lastDate, -back))
}

/** Whole weeks from Monday on, the last of them that of today; days to come are left out. */
export function streakWeeks(
  streak: Member['streak'],
  events: readonly CommittedEvent[],
  today: string,
  dayOf: (instant: number) => string,
  weeks = 5,
): StreakDay[][] {
  const signed = new Set([...daysOfRun(streak), ...events.filter(({ type }) => type === 'checkin').map(({ at }) => dayOf(Date.parse(at)))])
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = shifted(today, -weekday)
  return Array.from({ length: weeks }, (_, index) => shifted(monday, (index - weeks + 1) * 7)).map((first) =>
    Array.from({ length: 7 }, (_, index) => shifted(first, index))
      .filter((day) => day <= today)
      .map((day) => ({ day, isSigned: signed.has(day) })),
  )
}
