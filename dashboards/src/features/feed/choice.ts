import type { CommittedEvent } from '@/api/types'
import type { Kind } from '@/live/kinds'
import { kept, newestFirst, type LiveState } from '@/live/liveState'

export type Choice = Kind | 'all'

export const choices: readonly Choice[] = ['all', 'acts', 'stages', 'flags']

export function chosen(events: LiveState['events'], choice: Choice): readonly CommittedEvent[] {
  return choice === 'all' ? newestFirst(Object.values(events).flat()).slice(0, kept) : events[choice]
}
