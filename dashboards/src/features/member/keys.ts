import type { CommittedEvent } from '@/api/types'
import { kindOf } from '@/live/kinds'

/** What is asked of the server about a member; each is asked again only when something happens that concerns it. */
export type Part = 'view' | 'timeline' | 'points' | 'cards' | 'messages' | 'consents' | 'referrals'

export function keyOf(chain: string, member: string, part: Part): string[] {
  return ['member', chain, member, part]
}

function movesPoints({ type, data }: CommittedEvent): boolean {
  const points = (data as Record<string, unknown> | undefined)?.points
  return type.startsWith('points_') || points !== undefined
}

/** Which parts an event of hers concerns. The timeline takes the event itself. */
export function concernedBy(event: CommittedEvent): Part[] {
  const { type } = event
  return [
    'view',
    ...(movesPoints(event) ? (['points'] as const) : []),
    ...(type.startsWith('card_') ? (['cards'] as const) : []),
    ...(kindOf(event) === 'messages' ? (['messages'] as const) : []),
    ...(type === 'consent' ? (['consents'] as const) : []),
    ...(type.startsWith('referral_') || type.startsWith('friend_') ? (['referrals'] as const) : []),
  ]
}
