import type { StoreFigures } from '@/api/types'

export interface Totals {
  members: number
  revenue: number
  visits: number
  attention: number
  /** Undefined where it is not known of every store: a sum of some would be taken for that of all. */
  overdue: number | undefined
  returned: number
}

/** How many of a store's members need attention, for whatever reason. */
export function attentionOf({ flags }: Pick<StoreFigures, 'flags'>): number {
  return flags.secondVisitOverdue + flags.slipping
}

/** All stores together. */
export function totalsOf(stores: readonly StoreFigures[]): Totals {
  const sum = (value: (store: StoreFigures) => number) => stores.reduce((total, store) => total + value(store), 0)
  return {
    members: sum(({ members }) => members),
    revenue: sum(({ today }) => today.revenue - today.refunded),
    visits: sum(({ today }) => today.visits),
    attention: sum(attentionOf),
    overdue: stores.some(({ tasks }) => tasks === null) ? undefined : sum(({ tasks }) => tasks?.overdue ?? 0),
    returned: sum(({ returned }) => returned),
  }
}
