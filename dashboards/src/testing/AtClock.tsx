import type { ReactNode } from 'react'
import { ClockContext } from '@/shared/clock/ClockContext'

/** A page for which it is this instant, and stays it. */
export function AtClock({ now, children }: { now: string; children: ReactNode }) {
  return <ClockContext value={{ shown: Date.parse(now), when: 0, speed: 0 }}>{children}</ClockContext>
}
