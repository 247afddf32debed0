import type { CommittedEvent } from '@/api/types'

export const kinds = ['acts', 'stages', 'flags'] as const

export type Kind = (typeof kinds)[number]

export function kindOf(event: CommittedEvent): Kind {
  switch (event.type) {
    case 'stage_changed':
      return 'stages'
    case 'flag_raised':
    case 'flag_lowered':
      return 'flags'
    default:
      return 'acts'
  }
}
