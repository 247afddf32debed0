import { useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { CommittedEvent, Member } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { reasonOf } from '@/shared/events/reason'
import { changeOf } from '@/shared/events/stageSentence'
import { useWords } from '@/shared/events/useWords'
import { keyOf } from './keys'
import { useTimeline } from './timeline/useTimeline'

/** As many events as may be told of one instant. */
const around = '20'

function changeIn(events: readonly CommittedEvent[], { stage, stageSince }: Member): CommittedEvent | undefined {
  return events.find((event) => changeOf(event)?.to === stage && event.at === stageSince)
}

/** Why she is in her stage, in the reader's language: the change is looked up where it lies further back than what is loaded. */
export function useStageReason(member: Member): string {
  const words = useWords()
  const { chain } = useChain()
  const { query, events } = useTimeline(member.id)
  const near = changeIn(events, member)
  const { stage, stageSince } = member
  const { data } = useQuery({
    queryKey: [...keyOf(chain.id, member.id, 'view'), 'reason', stage, stageSince],
    enabled: query.isSuccess && near === undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const before = new Date(Date.parse(stageSince) + 1).toISOString()
      const params = { path: { chain: chain.id, id: member.id }, query: { before, limit: around } }
      const { items } = await answer(api.GET('/v1/chains/{chain}/members/{id}/timeline', { params }))
      return changeIn(items, member) ?? null
    },
  })
  const change = near ?? data
  return (change && reasonOf(change, words)) ?? member.stageReason
}
