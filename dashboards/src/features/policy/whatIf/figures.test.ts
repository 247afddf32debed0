import { describe, expect, it } from 'vitest'
import type { SimulationReport } from '@/api/types'
import { coursesOf, figuresOf } from './figures'

describe('the figures of a trial', () => {
  const totals = {
    draft: { 'movements.new.active': 2, 'stages.dormant': 12, 'tasks.recall_call': 4 },
    baseline: { 'stages.dormant': 10, 'tasks.recall_call': 4, 'points.granted': 7 },
    difference: { 'movements.new.active': 2, 'stages.dormant': 2, 'points.granted': -7 },
  }

  it('stand with the stages first, and are none where a world does not mention them', () => {
    expect(figuresOf(totals, false).map(({ name, draft, baseline }) => [name, draft, baseline])).toEqual([
      ['stages.dormant', 12, 10],
      ['points.granted', 0, 7],
      ['tasks.recall_call', 4, 4],
      ['movements.new.active', 2, 0],
    ])
  })

  it('can be only those that differ', () => {
    expect(figuresOf(totals, true).map(({ name }) => name)).not.toContain('tasks.recall_call')
  })

  it('have a course each where a day differs, those that differ most first', () => {
    const day = (difference: Record<string, number>) => ({ day: '2026-03-01', figures: { draft: {}, baseline: {}, difference } })
    const days = [day({ a: 1, b: -3 }), day({ a: 1, c: 0 })]
    expect(coursesOf({ days } as unknown as SimulationReport)).toEqual(['b', 'a', 'c'])
  })
})
