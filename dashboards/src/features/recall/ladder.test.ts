import { describe, expect, it } from 'vitest'
import { playbook, playbookFigures } from './examples'
import { inOrderOfUse, ladderOf } from './ladder'
import { stepTime } from './stepTime'

describe('a ladder', () => {
  it('shows every step of the policy, also those on which nobody stands', () => {
    const ladder = ladderOf(playbookFigures('dormancy', { steps: [{ taken: 0, members: 2 }, { taken: 1, members: 7 }] }), playbook())
    expect(ladder.waiting).toBe(2)
    expect(ladder.rungs.map(({ members }) => members)).toEqual([7, 0, 0])
    expect(ladder.most).toBe(7)
  })

  it('still stands where the policy has the playbook no more, or fewer steps than members have taken', () => {
    expect(ladderOf(playbookFigures('old', { steps: [{ taken: 2, members: 3 }] }), undefined).rungs.map(({ members }) => members)).toEqual([0, 3])
    expect(ladderOf(playbookFigures('old', { steps: [{ taken: 5, members: 1 }] }), playbook()).rungs).toHaveLength(5)
    expect(ladderOf(playbookFigures('old'), undefined)).toEqual({ waiting: 0, rungs: [], most: 1 })
  })
})

describe('the order of playbooks', () => {
  it('begins with those in which somebody is, and ends with those that are off', () => {
    const quiet = playbookFigures('quiet')
    const used = playbookFigures('used', { members: 3 })
    const off = playbookFigures('off', { enabled: false })
    const left = playbookFigures('left', { entered: 9 })
    expect(inOrderOfUse([off, quiet, left, used]).map(({ name }) => name)).toEqual(['used', 'left', 'quiet', 'off'])
  })
})

describe('when a step comes', () => {
  it('is said in days where it is days, and in hours where it is not', () => {
    const { trigger } = playbook()
    expect(stepTime({ afterHours: 0 }, trigger)).toEqual({ kind: 'at_once' })
    expect(stepTime({ afterHours: 336 }, trigger)).toEqual({ kind: 'days', count: 14 })
    expect(stepTime({ afterHours: 4 }, trigger)).toEqual({ kind: 'hours', count: 4 })
  })

  it('is counted back from the day on which a card ends', () => {
    const trigger = { when: 'card_expiring', days: 60 } as const
    expect([0, 720, 1080, 1272].map((afterHours) => stepTime({ afterHours }, trigger))).toEqual(
      [60, 30, 15, 7].map((count) => ({ kind: 'before', count })),
    )
  })
})
