import type { Cohorts, Liability, NpsFigures, Rates, Renewal, RfmGrid, VisitHours } from '@/api/types'

// What the server answers, for tests.
const asOf = '2026-03-10T03:00:00Z'
const whole = { chain: 'glow', store: null, asOf, timeZone: 'Asia/Shanghai' }

export const grid: RfmGrid = {
  asOf,
  members: 100,
  cutPoints: { recencyDays: [168, 52, 20, 7], frequency: [1, 3, 6, 11], monetary: [0, 0, 754, 3740] },
  means: { recencyDays: 86, frequency: 7.8, monetary: 2049 },
  groups: [
    { group: 'important_value', members: 42 },
    { group: 'general_retain', members: 58 },
  ],
  cells: [
    { r: 5, f: 5, m: 5, members: 40 },
    { r: 5, f: 5, m: 4, members: 2 },
    { r: 1, f: 1, m: 1, members: 58 },
  ],
}

export const rates: Rates = {
  ...whole,
  repurchase: { buyers: 80, again: 40, rate: 0.5 },
  secondVisit: { came: 30, again: 20, rate: 0.667, windowDays: 90 },
  churn: { start: 70, lost: 3, rate: 0.043, days: 30 },
  months: [
    { month: '2026-02', buyers: 50, returning: 40, becameLost: 2, membersAtStart: 60, repurchaseRate: 0.8, churnRate: 0.033 },
    { month: '2026-03', buyers: 10, returning: 9, becameLost: 0, membersAtStart: 70, repurchaseRate: 0.9, churnRate: 0 },
  ],
}

export const cohorts: Cohorts = {
  ...whole,
  began: '2026-01-04T02:00:00Z',
  cohorts: [
    { month: '2026-01', members: 100, active: [100, 40, 10] },
    { month: '2026-02', members: 30, active: [30, 3] },
    { month: '2026-03', members: 5, active: [2] },
  ],
}

export const week: VisitHours = {
  ...whole,
  from: '2025-12-11T00:00:00Z',
  to: asOf,
  total: 32,
  cells: [
    { weekday: 2, hour: 10, visits: 9 },
    { weekday: 2, hour: 12, visits: 9 },
    { weekday: 6, hour: 11, visits: 14 },
  ],
}

export const renewal: Renewal = {
  member: 'M-1',
  store: 'north',
  profile: { name: 'Li *', phone: null, email: null, masked: true, unreadable: false },
  card: 'C-1',
  kind: 'Annual card',
  form: 'period',
  expiresAt: '2026-03-15T04:00:00Z',
  daysLeft: 5,
  price: 1980,
  saved: 640,
  state: 'due',
  playbookStep: 4,
}

export const nps: NpsFigures = {
  chain: 'glow',
  store: null,
  from: null,
  to: null,
  answers: 10,
  promoters: 5,
  passives: 2,
  detractors: 3,
  nps: 20,
  byScore: [1, 0, 1, 0, 0, 1, 0, 1, 1, 2, 3],
  quarters: [
    { quarter: '2025-Q4', answers: 4, promoters: 1, passives: 1, detractors: 2, nps: -25 },
    { quarter: '2026-Q1', answers: 6, promoters: 4, passives: 1, detractors: 1, nps: 50 },
  ],
}

export const liability: Liability = {
  chain: 'glow',
  store: null,
  at: null,
  currency: 'CNY',
  paid: 11_000_000,
  usesWorth: 1_000_000,
  prepaid: 12_000_000,
  bonus: 800_000,
  owed: 2000,
  threshold: 10_000_000,
  isOverThreshold: true,
  asOf,
}
