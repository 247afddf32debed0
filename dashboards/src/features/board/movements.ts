import type { Movement, Stage } from '@/api/types'
import { isStage } from '@/shared/stages'

export interface Traffic {
  in: number
  out: number
}

export function trafficOf(movements: readonly Movement[], stage: Stage): Traffic {
  const sum = (end: 'from' | 'to') =>
    movements.reduce((total, movement) => (movement[end] === stage ? total + movement.count : total), 0)
  return { in: sum('to'), out: sum('from') }
}

export interface Flow {
  from: Stage | null
  to: Stage
  count: number
}

/** The most travelled ways, most first. What names a stage that this app does not know yet is left out. */
export function largestFlows(movements: readonly Movement[], most: number): Flow[] {
  return movements
    .flatMap(({ from, to, count }): Flow[] => {
      const origin = from ?? null
      return count > 0 && isStage(to) && (origin === null || isStage(origin)) ? [{ from: origin, to, count }] : []
    })
    .toSorted((one, other) => other.count - one.count)
    .slice(0, most)
}
