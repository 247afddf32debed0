import type { Digest } from '@/api/types'
import { direction, isStage } from '@/shared/stages'

/** Digests by their day, in the order in which they come: the latest day first. */
export function byDay(digests: readonly Digest[]): { day: string; digests: Digest[] }[] {
  const days = new Map<string, Digest[]>()
  for (const digest of digests) days.set(digest.day, [...(days.get(digest.day) ?? []), digest])
  return [...days].map(([day, ofDay]) => ({ day, digests: ofDay }))
}

/** How many members went to a better stage on that day, and how many to a worse one. */
export function upAndDown(digest: Pick<Digest, 'movements'>): { up: number; down: number } {
  const moved = { up: 0, down: 0, none: 0 }
  for (const { from, to, count } of digest.movements) {
    if (isStage(from) && isStage(to)) moved[direction(from, to)] += count
  }
  return { up: moved.up, down: moved.down }
}
