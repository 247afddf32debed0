import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Task } from '@/api/types'
import { useLink, useLiveState } from '@/live/LiveContext'
import { usePaced } from '@/shared/usePaced'
import { changedSince, withMember, withTask } from './tasks'

/** As many as one page of the server's list holds: nobody works further down than that. */
export const most = 500

/** When more members than this change between two looks, one look at the whole queue is cheaper. */
const mostMembers = 8
const pace = 400
const notClosed = 'open,claimed,snoozed'

export interface QueueOf {
  chain: string
  store: string | undefined
}

/** The care queue, kept up to date by the hub's events: of what changed, and of nothing else, is asked again. */
export function useQueue({ chain, store }: QueueOf) {
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  const language = i18n.language
  const path = { chain }
  const place = store === undefined ? {} : { store }
  const listKey = ['tasks', chain, store, language]
  const summaryKey = ['taskSummary', chain, store]

  const list = useQuery({
    queryKey: listKey,
    queryFn: () =>
      answer(
        api.GET('/v1/chains/{chain}/tasks', {
          params: { path, query: { state: notClosed, limit: String(most), language, ...place } },
        }),
      ),
    // What happened while nobody looked was told to nobody.
    refetchOnMount: 'always',
  })
  const summary = useQuery({
    queryKey: summaryKey,
    queryFn: () => answer(api.GET('/v1/chains/{chain}/tasks/summary', { params: { path, query: place } })),
    refetchOnMount: 'always',
  })

  const change = (make: (tasks: readonly Task[]) => Task[]) =>
    queries.setQueryData<typeof list.data>(listKey, (known) => known && { ...known, items: make(known.items) })

  const follow = async (members: readonly string[]) => {
    void queries.invalidateQueries({ queryKey: summaryKey })
    if (members.length > mostMembers) return queries.invalidateQueries({ queryKey: listKey })
    await Promise.all(
      members.map(async (member) => {
        const { items } = await answer(
          api.GET('/v1/chains/{chain}/tasks', { params: { path, query: { state: notClosed, member, language, ...place } } }),
        )
        change((tasks) => withMember(tasks, member, items))
      }),
    )
  }

  useFollowing(follow)
  return {
    list,
    summary,
    take: (task: Task) => {
      change((tasks) => withTask(tasks, task))
      void queries.invalidateQueries({ queryKey: summaryKey })
    },
    refresh: (member: string) => void follow([member]).catch(() => queries.invalidateQueries({ queryKey: listKey })),
  }
}

/** Says whose tasks have changed, a few times a second at most; after a break, that anybody's may have. */
function useFollowing(follow: (members: readonly string[]) => Promise<unknown>): void {
  const { events, position } = usePaced(useLiveState(), pace)
  const { link } = useLink()
  const queries = useQueryClient()
  const seen = useRef<number>(undefined)
  const isLive = link.kind === 'live'
  const wasLive = useRef(isLive)
  const latest = useRef(follow)
  useEffect(() => {
    latest.current = follow
  })

  useEffect(() => {
    if (position === undefined) return
    const members = seen.current === undefined ? [] : changedSince(events.tasks, seen.current)
    seen.current = position
    if (members.length > 0) void latest.current(members).catch(() => queries.invalidateQueries({ queryKey: ['tasks'] }))
  }, [events.tasks, position, queries])

  useEffect(() => {
    if (isLive && !wasLive.current) {
      void queries.invalidateQueries({ queryKey: ['tasks'] })
      void queries.invalidateQueries({ queryKey: ['taskSummary'] })
    }
    wasLive.current = isLive
  }, [isLive, queries])
}
