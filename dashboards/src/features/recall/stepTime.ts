import type { Playbook, PlaybookStep } from '@/api/types'

export type StepTime = { kind: 'at_once' } | { kind: 'hours' | 'days' | 'before'; count: number }

const day = 24

/**
 * When a step comes, as people say it: after hours or days from entering, or, where a date lies ahead from which the playbook counts
 * back, so many days before that.
 */
export function stepTime(step: PlaybookStep, trigger: Playbook['trigger']): StepTime {
  const left = trigger.days == null ? 0 : trigger.days - step.afterHours / day
  if ((trigger.when === 'card_expiring' || trigger.when === 'points_expiring') && left > 0 && Number.isInteger(left)) {
    return { kind: 'before', count: left }
  }
  if (step.afterHours === 0) return { kind: 'at_once' }
  return step.afterHours % day === 0 ? { kind: 'days', count: step.afterHours / day } : { kind: 'hours', count: step.afterHours }
}
