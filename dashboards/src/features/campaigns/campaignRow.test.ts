import { describe, expect, it } from 'vitest'
import type { CampaignRun } from '@/api/types'
import { stateOf } from './campaignRow'
import { campaign } from './examples'

const messages = { planned: 0, moved: 0, sent: 0, delivered: 0, failed: 0, cancelled: 0 }
const run = (changes: Partial<CampaignRun>): CampaignRun => ({
  occurrence: '2026-03-02T02:00:00Z',
  zone: 'Asia/Shanghai',
  origin: 'scheduled',
  state: 'done',
  why: null,
  matched: 9,
  reached: 8,
  refused: 1,
  startedAt: '2026-03-02T02:00:00Z',
  finishedAt: '2026-03-02T02:00:09Z',
  ...changes,
})

describe('how a campaign stands', () => {
  const once = campaign('once', { schedule: { cron: null, at: '2026-03-02T10:00:00' } })

  it('is over once it has gone, if it goes once; not when somebody only tried it', () => {
    expect(stateOf({ campaign: once, report: { items: [run({})], messages } })).toBe('over')
    expect(stateOf({ campaign: once, report: { items: [run({ origin: 'asked' })], messages } })).toBe('waiting')
    expect(stateOf({ campaign: campaign('weekly'), report: { items: [run({})], messages } })).toBe('waiting')
  })

  it('is going while a run is open, and paused when it was paused', () => {
    expect(stateOf({ campaign: once, report: { items: [run({ state: 'open' })], messages } })).toBe('running')
    expect(stateOf({ campaign: campaign('weekly', { paused: true }), report: undefined })).toBe('paused')
  })
})
