import type { Board, CommittedEvent, Task } from '@/api/types'

export function event(position: number, type = 'visit', data: CommittedEvent['data'] = {}): CommittedEvent {
  return { position, type, member: `M-${position}`, store: 'north', at: '2026-03-01T08:00:00Z', data }
}

export function task(id: string, changes: Partial<Task> = {}): Task {
  return {
    id,
    kind: 'recall_call',
    member: 'li',
    store: 'north',
    title: 'Call her',
    why: 'step 1 of the playbook',
    source: 'dormancy',
    step: 0,
    script: null,
    offer: null,
    openedAt: '2026-03-01T07:00:00Z',
    dueAt: '2026-03-01T09:00:00Z',
    state: 'open',
    assignee: null,
    snoozedUntil: null,
    escalated: false,
    outcome: null,
    closedAt: null,
    ...changes,
  }
}

export function board(position: number, changes: Partial<Board> = {}): Board {
  return {
    chain: 'glow',
    store: null,
    position,
    asOf: '2026-03-01T08:00:00Z',
    stages: { potential: 4, new: 3, effective: 2, active: 1, loyal: 1, dormant: 5, lost: 6 },
    today: {
      joined: 1,
      newMembers: 2,
      purchases: 3,
      revenue: 1234.5,
      refunds: 0,
      refunded: 0,
      visits: 7,
      checkins: 8,
      acts: 9,
      points: 1200,
    },
    flags: { secondVisitOverdue: 3, slipping: 9 },
    movements: [{ from: 'new', to: 'effective', count: 3 }],
    ...changes,
  }
}
