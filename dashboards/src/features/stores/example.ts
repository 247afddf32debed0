import type { StoreFigures } from '@/api/types'
import { board } from '@/testing/examples'

/** A store as the server tells of it, for tests. */
export function storeFigures(store: string, changes: Partial<StoreFigures> = {}): StoreFigures {
  const { stages, flags, today } = board(1)
  return {
    store,
    name: store === 'north' ? 'North' : 'South',
    timeZone: 'Asia/Shanghai',
    stages,
    flags,
    today,
    members: 22,
    tasks: { open: 5, claimed: 1, overdue: 2, escalated: 1 },
    nps: 40,
    npsAnswers: 10,
    returned: 6,
    returnedRevenue: 3200,
    liability: 12_000,
    ...changes,
  }
}
