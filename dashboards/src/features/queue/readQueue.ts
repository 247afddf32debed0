import { answer, api } from '@/api/client'
import type { Task } from '@/api/types'

const onePage = 500

/** Nobody works further down than that. */
export const most = 2_000

const notClosed = 'open,claimed,snoozed'

interface QueueOf {
  chain: string
  language: string
  store?: string
  member?: string
  /** A past instant: what was to be done then. Who had it is not known of the past. */
  at?: string | undefined
}

/** What is to be done, due first, page by page. */
export async function readQueue({ chain, language, at, ...narrowed }: QueueOf): Promise<{ items: Task[]; isWhole: boolean }> {
  const when = at === undefined ? { state: notClosed } : { at }
  const items: Task[] = []
  let cursor: string | undefined
  do {
    const page = await answer(
      api.GET('/v1/chains/{chain}/tasks', {
        params: {
          path: { chain },
          query: { ...when, ...narrowed, limit: String(onePage), language, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    )
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && items.length < most)
  return { items, isWhole: cursor === undefined }
}
