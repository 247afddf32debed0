import type { RfmGrid } from '@/api/types'

export const scores = [1, 2, 3, 4, 5] as const

export type Score = (typeof scores)[number]

export function scoreOf(address: string | undefined): Score | undefined {
  return scores.find((score) => String(score) === address)
}

/** How many members have these scores of recency and frequency: with one score of money, or with any. */
export function countsOf(cells: RfmGrid['cells'], m: Score | undefined): (r: Score, f: Score) => number {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    if (m !== undefined && cell.m !== m) continue
    const place = `${cell.r},${cell.f}`
    counts.set(place, (counts.get(place) ?? 0) + cell.members)
  }
  return (r, f) => counts.get(`${r},${f}`) ?? 0
}

/** What a score stands for: both ends included, open where one is missing, undefined where nobody can have it. */
export interface Range {
  low?: number
  high?: number
}

/** Whoever lies above the n-th cut point has more than n; the cut points are of whole numbers. */
export function rangeAbove(cuts: readonly number[], score: Score): Range | undefined {
  const below = cuts[score - 2]
  return ends(below === undefined ? undefined : below + 1, cuts[score - 1])
}

/** The same where less is better: days since the last visit. */
export function rangeBelow(cuts: readonly number[], score: Score): Range | undefined {
  const above = cuts[score - 2]
  return ends(cuts[score - 1], above === undefined ? undefined : above - 1)
}

function ends(low: number | undefined, high: number | undefined): Range | undefined {
  if (low !== undefined && high !== undefined && low > high) return undefined
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}
