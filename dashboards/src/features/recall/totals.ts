import type { PlaybookFigures } from '@/api/types'

const summed = ['members', 'entered', 'sent', 'moved', 'tasks', 'returned', 'revenue'] as const

export type Total = Record<(typeof summed)[number], number>

/** What playbooks come to together. Who is in two of them counts in both. */
export function totalOf(playbooks: readonly PlaybookFigures[]): Total {
  const nothing: Total = { members: 0, entered: 0, sent: 0, moved: 0, tasks: 0, returned: 0, revenue: 0 }
  return playbooks.reduce((total, each) => {
    const next = { ...total }
    for (const field of summed) next[field] += each[field]
    return next
  }, nothing)
}
