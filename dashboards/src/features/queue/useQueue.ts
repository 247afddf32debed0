import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Task } from '@/api/types'
import { useEvents } from '@/live/useEvents'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'
import { membersWithTasksIn, withMember, withTask } from './tasks'
import { readQueue } from './readQueue'

/** When more members than this change between two looks, one look at the whole queue is cheaper. */
const mostMembers = 8

/** The care queue, kept up to date by the hub's events: of what changed, and of nothing else, is asked again. */
export function useQueue() {
  const { i18n } = useTranslation()
  const { chain, store } = useChain()
  const at = useAt()
  const queries = useQueryClient()
  const language = i18n.language
  const place = store === undefined ? {} : { store }
  const of = { chain: chain.id, language, at, ...place }
  const listKey = ['tasks', chain.id, store, language, at]
  const summaryKey = ['taskSummary', chain.id, store]

  const list = useQuery({
    queryKey: listKey,
    queryFn: () => readQueue(of),
    // What happened while nobody looked was told to nobody.
    refetchOnMount: 'always',
  })
  const summary = useQuery({
    queryKey: summaryKey,
    queryFn: () => answer(api.GET('/v1/chains/{chain}/tasks/summary', { params: { path: { chain: chain.id }, query: place } })),
    enabled: at === undefined,
    refetchOnMount: 'always',
  })

  const change = (make: (tasks: readonly Task[]) => Task[]) =>
    queries.setQueryData<typeof list.data>(listKey, (known) => known && { ...known, items: make(known.items) })
  const readAll = () => {
    void queries.invalidateQueries({ queryKey: listKey })
    void queries.invalidateQueries({ queryKey: summaryKey })
  }
  const read = async (members: readonly string[]) => {
    if (members.length > mostMembers) {
      readAll()
      return
    }
    void queries.invalidateQueries({ queryKey: summaryKey })
    await Promise.all(
      members.map(async (member) => {
        const { items } = await readQueue({ ...of, member })
        change((tasks) => withMember(tasks, member, items))
      }),
    ).catch(readAll)
  }

  useEvents({
    onEvents: (events) => {
      const members = at === undefined ? membersWithTasksIn(events) : []
      if (members.length > 0) void read(members)
    },
    onHealed: () => at === undefined && readAll(),
  })

  return {
    list,
    summary,
    /** A task as it is known to be, or expected to become. */
    take: (task: Task) => change((tasks) => withTask(tasks, task)),
    /** Asks again what is to be done for a member. */
    refresh: (member: string) => void read([member]),
  }
}
