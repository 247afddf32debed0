import type { CommittedEvent } from '@/api/types'

export const kinds = ['acts', 'stages', 'flags', 'messages', 'tasks', 'recall'] as const

export type Kind = (typeof kinds)[number]

const kindByType: Readonly<Record<string, Kind>> = {
  stage_changed: 'stages',
  flag_raised: 'flags',
  flag_lowered: 'flags',
  card_use_suspicious: 'flags',
  message_planned: 'messages',
  message_moved: 'messages',
  message_released: 'messages',
  message_cancelled: 'messages',
  message_reported: 'messages',
  task_opened: 'tasks',
  task_claimed: 'tasks',
  task_released: 'tasks',
  task_snoozed: 'tasks',
  task_reassigned: 'tasks',
  task_completed: 'tasks',
  task_escalated: 'tasks',
  task_expired: 'tasks',
  task_withdrawn: 'tasks',
  playbook_entered: 'recall',
  playbook_left: 'recall',
  playbook_paused: 'recall',
  step_withheld: 'recall',
  steps_passed_over: 'recall',
  campaign_reached: 'recall',
  member_returned: 'recall',
  return_refunded: 'recall',
}

export function kindOf(event: CommittedEvent): Kind {
  return kindByType[event.type] ?? 'acts'
}

const noise = new Set([
  'message_planned',
  'message_moved',
  'step_withheld',
  'steps_passed_over',
  // Of what two members say to each other one side is enough.
  'family_grown',
  'family_declined',
  'referral_claimed',
  'referral_confirmed',
  'friend_refused',
])

/** Of use to whoever looks into the matter, and in the way of everybody else: shown with its own kind only. */
export function isNoise(event: CommittedEvent): boolean {
  if (noise.has(event.type)) return true
  // Each further purchase of somebody who has come back is told by the purchase.
  return event.type === 'member_returned' && (event.data as { first?: unknown } | undefined)?.first !== true
}
