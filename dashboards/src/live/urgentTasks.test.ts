import { describe, expect, it } from 'vitest'
import { event } from '@/testing/examples'
import { afterEvents, nothingUrgent } from './urgentTasks'

const about = (position: number, type: string, data: object) => ({ ...event(position, type, { number: 1, ...data }), member: 'li' })
const opened = (kind: string, dueAt: string) => about(6, 'task_opened', { kind, dueAt })

describe('a task that cannot wait', () => {
  it('is due within the hour, or a complaint whenever it is due', () => {
    expect(afterEvents(nothingUrgent, [opened('recall_call', '2026-03-01T09:00:00Z')]).arrived).toBe(1)
    expect(afterEvents(nothingUrgent, [opened('complaint', '2026-03-02T09:00:00Z')]).arrived).toBe(1)
    expect(afterEvents(nothingUrgent, [opened('recall_call', '2026-03-01T09:00:01Z')])).toBe(nothingUrgent)
  })

  it('waits until somebody takes it, whoever that is', () => {
    const waiting = afterEvents(nothingUrgent, [opened('complaint', '2026-03-01T08:15:00Z')])
    expect(waiting.waiting.size).toBe(1)
    expect(afterEvents(waiting, [about(7, 'task_escalated', {}), event(8, 'visit')])).toBe(waiting)
    const taken = afterEvents(waiting, [about(9, 'task_claimed', { by: 'mei' })])
    expect(taken.waiting.size).toBe(0)
    expect(taken.arrived).toBe(1)
  })

  it('that was taken before anybody could be told troubles nobody', () => {
    const told = [about(7, 'task_claimed', { by: 'mei' }), opened('complaint', '2026-03-01T08:15:00Z')]
    expect(afterEvents(nothingUrgent, told).arrived).toBe(0)
  })
})
