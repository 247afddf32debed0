import type { SimulationReport } from '@/api/types'

export interface Figure {
  name: string
  draft: number
  baseline: number
  difference: number
}

/** The figures of a report by their names; what one world does not mention is none there. */
export function figuresOf({ draft, baseline, difference }: SimulationReport['totals'], isOnlyDiffering: boolean): Figure[] {
  const names = [...new Set([...Object.keys(baseline), ...Object.keys(draft)])]
  return names
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((name) => ({ name, draft: draft[name] ?? 0, baseline: baseline[name] ?? 0, difference: difference[name] ?? 0 }))
    .filter((figure) => !isOnlyDiffering || figure.difference !== 0)
}

// Where members stand comes first; how they came there last, for those are many.
const kinds = ['stages', 'points', 'tasks', 'messages', 'movements']

function placeOf(name: string): number {
  const place = kinds.indexOf(name.slice(0, name.indexOf('.')))
  return place < 0 ? kinds.length : place
}

/** Which figures have a course worth looking at, those that differ most first. */
export function coursesOf({ days }: SimulationReport): string[] {
  const sums = new Map<string, number>()
  for (const { figures } of days) {
    for (const [name, difference] of Object.entries(figures.difference)) sums.set(name, (sums.get(name) ?? 0) + Math.abs(difference))
  }
  return [...sums].toSorted(([, one], [, other]) => other - one).map(([name]) => name)
}
