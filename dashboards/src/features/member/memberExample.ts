import type { Member } from '@/api/types'

/** A member for tests: dormant, in a playbook, with cards and friends. */
export function li(changes: Partial<Member> = {}): Member {
  return {
    id: 'li',
    store: 'north',
    stage: 'dormant',
    stageSince: '2026-02-25T08:00:00Z',
    stageReason: 'no visit for 90 days',
    flags: ['slipping'],
    rfm: { recencyDays: 94, frequency: 6, monetary: 8000, scores: { r: 1, f: 4, m: 5 }, group: 'important_keep' },
    forecast: { alive: 0.31, expectedVisitsNextQuarter: 0.6, expectedSpendNextYear: 1234.4, asOf: '2026-03-01T00:00:00Z' },
    value: {
      ltv: { averageOrder: 8000, ordersPerYear: 3, yearsKept: 3, value: 72000 },
      worthThreeTimesCost: true,
      social: { willingness: 0.5, referrals: 2, impactOfOne: 1000, value: 1000 },
      total: 73000,
    },
    points: { balance: 1200, usable: 1200, pending: 0, owed: 0, nextExpiryAt: '2026-09-01T00:00:00Z', nextExpiring: 300 },
    tier: {
      name: 'pro',
      title: 'Pro',
      since: '2025-09-28T00:00:00Z',
      until: '2026-09-28T00:00:00Z',
      isAtRisk: true,
      spent: 8000,
      orders: 2,
      next: { name: 'premium', title: 'Premium', missing: [{ spend: 12000, withinDays: null, points: null, friends: null, invitation: false }, { spend: null, withinDays: null, points: null, friends: 3, invitation: false }] },
      benefits: [{ name: 'fast', title: 'Fast lane', usesAYear: 4, left: 3 }],
    },
    referral: { referrer: null, standing: 'none', friends: [], friendCount: 2, bought: 1 },
    family: { head: null, relatives: [{ id: 'mother', hasAgreed: false }] },
    streak: { current: 3, longest: 9, total: 40, lastDate: '2026-03-01' },
    tasks: [{ name: 'complete_profile', done: true, doneAt: '2025-10-01T00:00:00Z', dueAt: '2025-10-28T00:00:00Z', points: 100, reward: null }],
    taskProgress: { done: 1, of: 1, bonus: 50, bonusEarned: true },
    careTasks: [],
    recall: [{ playbook: 'dormancy', run: 1, since: '2026-02-25T08:00:00Z', step: 1, steps: 3, nextStepAt: '2026-03-11T08:00:00Z', heldOut: false, pausedUntil: null, endsAt: '2026-05-11T08:00:00Z', messages: [], openTask: null }],
    cards: [
      { id: 'C-6', kind: 'annual', form: 'count', state: 'active', balance: null, uses: { left: 2, of: 6, worth: 900 }, expiresAt: '2026-06-01T00:00:00Z', frozenSince: null, lots: [], saved: 0, suspicious: 0 },
      { id: 'C-7', kind: 'prepaid', form: 'stored_value', state: 'frozen', balance: { paid: 500, bonus: 100, owed: 0, total: 600 }, uses: null, expiresAt: null, frozenSince: '2026-02-01T00:00:00Z', lots: [], saved: 100, suspicious: 0 },
    ],
    tags: ['laser'],
    nextDueAt: '2026-03-11T08:00:00Z',
    version: 12,
    asOf: '2026-03-01T08:00:00Z',
    erased: false,
    profile: { name: '李小红', phone: '13800005678', email: null, gender: 'female', birthday: '03-08', birthYear: 1990, address: null, language: null, note: null, fields: {}, masked: false, unreadable: false },
    ...changes,
  }
}
