import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useFreshened } from '@/live/useFreshened'
import { kindOf } from '@/live/kinds'
import { useChain } from '../chain/ChainContext'
import type { MessageState } from '../recall/messageStates'

const page = '30'
/** A list that is being read must not move under the reader's eyes all the time, in milliseconds. */
const pace = 10_000

/** Messages, the latest planned first, page by page; the reasons come in the reader's language. */
export function useMessages(playbook: string | undefined, state: MessageState | undefined, isOn: boolean) {
  const { chain } = useChain()
  const { i18n } = useTranslation()
  const language = i18n.language
  const key = ['messages', chain.id, playbook, state, language]
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/chains/{chain}/messages', {
          params: { path: { chain: chain.id }, query: given({ playbook, state, language, limit: page, cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: isOn,
  })
  useFreshened(key, (event) => isOn && kindOf(event) === 'messages', pace)
  return query
}
