import type { CommittedEvent } from '@/api/types'
import { isNoise, kindOf, kinds, type Kind } from '@/live/kinds'
import { kept, newestFirst, type LiveState } from '@/live/liveState'

export type Choice = Kind | 'all'

export const choices: readonly Choice[] = ['all', ...kinds]

export function choiceOf(address: string | undefined): Choice {
  return choices.find((choice) => choice === address) ?? 'all'
}

export function chosen(events: LiveState['events'], choice: Choice): readonly CommittedEvent[] {
  return choice === 'all' ? newestFirst(Object.values(events).flat().filter((event) => !isNoise(event))).slice(0, kept) : events[choice]
}

/** Those of a list that are of the chosen kind, in the list's own order. */
export function ofChoice(events: readonly CommittedEvent[], choice: Choice): readonly CommittedEvent[] {
  return events.filter((event) => (choice === 'all' ? !isNoise(event) : kindOf(event) === choice))
}
