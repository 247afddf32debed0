import type { Member } from '@/api/types'
import { reasonOf } from '@/shared/events/reason'
import { changeOf } from '@/shared/events/stageSentence'
import { useWords } from '@/shared/events/useWords'
import { useTimeline } from './timeline/useTimeline'

/** Why she is in her stage, in the reader's language where the change is on the part of her timeline that is loaded. */
export function useStageReason(member: Member): string {
  const words = useWords()
  const { events } = useTimeline(member.id)
  const change = events.find((event) => changeOf(event)?.to === member.stage && event.at === member.stageSince)
  return (change && reasonOf(change, words)) ?? member.stageReason
}
