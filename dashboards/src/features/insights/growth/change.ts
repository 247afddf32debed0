import type { HighValue } from '@/api/types'

/** By how much a member's spending grew after such an act, 0.5 for half as much again; undefined where it cannot be said. */
export function growthOf({ meanBefore, meanAfter }: Pick<HighValue, 'meanBefore' | 'meanAfter'>): number | undefined {
  return meanBefore === null || meanAfter === null || meanBefore <= 0 ? undefined : meanAfter / meanBefore - 1
}
