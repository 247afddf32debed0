import type { Member } from '@/api/types'

/** What is missing on one way to a tier: all that is named. */
export interface TierGap {
  spend: number | null
  withinDays: number | null
  points: number | null
  friends: number | null
  invitation: boolean
}

export interface Benefit {
  name: string
  title: string
  usesAYear: number | null
  left: number | null
}

/** A member's tier and the way to the next. */
export interface MemberTier {
  name: string | null
  title: string | null
  since: string | null
  until: string | null
  isAtRisk: boolean
  spent: number
  orders: number
  next: { name: string; title: string; missing: TierGap[] } | null
  benefits: Benefit[]
}

/** In the API's description her tier has the shape of the policy's, which has the same name; what is answered has this one. */
export function tierOf(member: Member): MemberTier {
  return member.tier as unknown as MemberTier
}
