import type { Member } from '@/api/types'

const known = new WeakMap<Member, ReadonlyMap<string, string>>()

/** Of what kinds her cards are, by their numbers; the same map for the same answer, so that nothing is drawn anew for it. */
export function cardKindsOf(member: Member): ReadonlyMap<string, string> {
  const kinds = known.get(member) ?? new Map(member.cards.flatMap(({ id, kind }) => (kind === null ? [] : [[id, kind] as const])))
  known.set(member, kinds)
  return kinds
}
