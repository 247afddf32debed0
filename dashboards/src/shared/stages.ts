import type { Stage } from '@/api/types'

/** The way a member grows… */
export const growth = ['potential', 'new', 'effective', 'active', 'loyal'] as const satisfies Stage[]

/** …and where she is when she has to be won back. */
export const fallen = ['dormant', 'lost'] as const satisfies Stage[]

export const stages: readonly Stage[] = [...growth, ...fallen]

export function isStage(value: unknown): value is Stage {
  return stages.some((stage) => stage === value)
}

const rank: Record<Stage, number> = { lost: 0, dormant: 1, potential: 2, new: 3, effective: 4, active: 5, loyal: 6 }

/** Whether going from one stage to the other is a gain for the clinic, a loss, or neither. */
export function direction(from: Stage | null, to: Stage): 'up' | 'down' | 'none' {
  if (from === null || from === to) return 'none'
  return rank[to] > rank[from] ? 'up' : 'down'
}
