import type { ArmFigures, UpliftFigures } from '@/api/types'

/** What an uplift lets one say. Its bounds are members of a hundred. */
export type Verdict =
  | { kind: 'nobody' }
  | { kind: 'noneHeldOut' }
  | { kind: 'noneTreated' }
  | { kind: 'brings'; low: number; high: number }
  | { kind: 'costs'; low: number; high: number }
  | { kind: 'open'; low: number; high: number }

export function verdictOf(treated: ArmFigures, heldOut: ArmFigures, uplift: UpliftFigures | null): Verdict {
  if (treated.entered + heldOut.entered === 0) return { kind: 'nobody' }
  if (heldOut.entered === 0) return { kind: 'noneHeldOut' }
  if (treated.entered === 0 || uplift === null) return { kind: 'noneTreated' }
  const low = ofHundred(uplift.returnRate.low)
  const high = ofHundred(uplift.returnRate.high)
  if (!uplift.isConclusive) return { kind: 'open', low, high }
  // Of fewer, both bounds are told without their sign, the smaller first.
  return uplift.returnRate.low > 0 ? { kind: 'brings', low, high } : { kind: 'costs', low: -high, high: -low }
}

/** Whole members of a hundred; below one a tenth still tells something. */
function ofHundred(share: number): number {
  const members = share * 100
  return Math.abs(members) < 1 ? Math.round(members * 10) / 10 : Math.round(members)
}

/** How far an interval's axis reaches to either side of zero, as a share: the next round step that holds both its ends. */
export function reach(low: number, high: number): number {
  const needed = Math.max(Math.abs(low), Math.abs(high))
  return [0.05, 0.1, 0.2, 0.3, 0.5, 0.75].find((step) => step >= needed) ?? 1
}
