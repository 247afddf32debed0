import type { Segment } from '@/api/types'

/** The conditions that can be built here. A segment with others keeps them: they are counted and stay as they are. */
export const buildable = ['stages', 'stores', 'flags', 'tiers', 'recencyDays', 'spentFrom', 'tags'] as const

/** Which of a segment's conditions ask for something. */
export function conditionsOf(segment: Segment): (keyof Segment)[] {
  return (Object.keys(segment) as (keyof Segment)[]).filter((name) => asks(segment[name]))
}

/** How many conditions cannot be shown here. */
export function others(segment: Segment): (keyof Segment)[] {
  return conditionsOf(segment).filter((name) => !buildable.some((each) => each === name))
}

/** A segment without what asks for nothing. */
export function tidied(segment: Segment): Segment {
  return Object.fromEntries(conditionsOf(segment).map((name) => [name, segment[name]]))
}

function asks(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.values(value).some(asks)
}
