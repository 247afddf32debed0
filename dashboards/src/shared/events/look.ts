import type { CommittedEvent } from '@/api/types'
import { direction } from '@/shared/stages'
import type { IconName } from '@/shared/ui/Icon'
import { textIn } from './fields'
import { changeOf } from './stageSentence'

interface Look {
  icon: IconName
  tone: 'plain' | 'money' | 'good' | 'bad' | 'warn'
}

const looks: Record<string, Look> = {
  join: { icon: 'person', tone: 'plain' },
  purchase: { icon: 'bag', tone: 'money' },
  refund: { icon: 'back', tone: 'warn' },
  visit: { icon: 'door', tone: 'money' },
  checkin: { icon: 'tick', tone: 'plain' },
  flag_raised: { icon: 'flag', tone: 'warn' },
  flag_lowered: { icon: 'flag', tone: 'plain' },
  survey: { icon: 'star', tone: 'plain' },
  complaint: { icon: 'flag', tone: 'bad' },
  consent: { icon: 'tick', tone: 'plain' },
  tagged: { icon: 'flag', tone: 'plain' },
  untagged: { icon: 'flag', tone: 'plain' },
  card_issued: { icon: 'card', tone: 'money' },
  card_renewed: { icon: 'card', tone: 'money' },
  card_topped_up: { icon: 'card', tone: 'money' },
  card_used: { icon: 'card', tone: 'money' },
  card_use_suspicious: { icon: 'flag', tone: 'warn' },
  card_use_cancelled: { icon: 'back', tone: 'warn' },
  card_frozen: { icon: 'pause', tone: 'plain' },
  card_unfrozen: { icon: 'card', tone: 'plain' },
  card_refunded: { icon: 'back', tone: 'warn' },
  card_expired: { icon: 'card', tone: 'bad' },
  card_sent: { icon: 'card', tone: 'plain' },
  card_received: { icon: 'card', tone: 'plain' },
  card_turned_away: { icon: 'back', tone: 'plain' },
  card_came_back: { icon: 'back', tone: 'plain' },
  playbook_entered: { icon: 'path', tone: 'plain' },
  playbook_left: { icon: 'path', tone: 'plain' },
  playbook_paused: { icon: 'pause', tone: 'plain' },
  step_withheld: { icon: 'path', tone: 'plain' },
  steps_passed_over: { icon: 'path', tone: 'plain' },
  campaign_reached: { icon: 'path', tone: 'plain' },
  member_returned: { icon: 'up', tone: 'good' },
  return_refunded: { icon: 'back', tone: 'warn' },
  message_planned: { icon: 'letter', tone: 'plain' },
  message_moved: { icon: 'clock', tone: 'plain' },
  message_released: { icon: 'letter', tone: 'plain' },
  message_cancelled: { icon: 'letter', tone: 'plain' },
  message_reported: { icon: 'letter', tone: 'good' },
  task_opened: { icon: 'bell', tone: 'warn' },
  task_claimed: { icon: 'person', tone: 'plain' },
  task_released: { icon: 'back', tone: 'plain' },
  task_snoozed: { icon: 'clock', tone: 'plain' },
  task_reassigned: { icon: 'person', tone: 'plain' },
  task_completed: { icon: 'tick', tone: 'good' },
  task_escalated: { icon: 'bell', tone: 'bad' },
  task_expired: { icon: 'clock', tone: 'warn' },
  task_withdrawn: { icon: 'back', tone: 'plain' },
  high_value_act: { icon: 'star', tone: 'good' },
  member_task_done: { icon: 'tick', tone: 'good' },
  member_tasks_all_done: { icon: 'star', tone: 'good' },
  points_redeemed: { icon: 'coin', tone: 'money' },
  points_adjusted: { icon: 'coin', tone: 'plain' },
  points_expired: { icon: 'coin', tone: 'warn' },
  tier_invited: { icon: 'crown', tone: 'plain' },
  tier_changed: { icon: 'crown', tone: 'good' },
  tier_kept: { icon: 'crown', tone: 'good' },
  tier_at_risk: { icon: 'crown', tone: 'warn' },
  benefit_used: { icon: 'gift', tone: 'plain' },
  gift_pack_given: { icon: 'gift', tone: 'good' },
  erased: { icon: 'person', tone: 'warn' },
  family_cut: { icon: 'people', tone: 'plain' },
  family_asked: { icon: 'people', tone: 'plain' },
  family_grown: { icon: 'people', tone: 'good' },
  family_shrunk: { icon: 'people', tone: 'plain' },
  family_dismissed: { icon: 'people', tone: 'plain' },
  family_joined: { icon: 'people', tone: 'good' },
  family_declined: { icon: 'people', tone: 'plain' },
  family_left: { icon: 'people', tone: 'plain' },
  family_parted: { icon: 'people', tone: 'plain' },
  referral_claimed: { icon: 'people', tone: 'plain' },
  referral_confirmed: { icon: 'people', tone: 'good' },
  referral_refused: { icon: 'people', tone: 'warn' },
  referral_rewarded: { icon: 'gift', tone: 'good' },
  referral_reward_returned: { icon: 'back', tone: 'warn' },
  friend_welcomed: { icon: 'people', tone: 'good' },
  friend_refused: { icon: 'people', tone: 'plain' },
  friend_rewarded: { icon: 'gift', tone: 'good' },
  friend_reward_returned: { icon: 'back', tone: 'warn' },
}

export function look(event: CommittedEvent): Look {
  if (event.type === 'message_reported' && textIn(event, 'fate') === 'failed') return { icon: 'letter', tone: 'bad' }
  if (event.type === 'tier_changed' && (textIn(event, 'to') === undefined || textIn(event, 'code') === 'not_deserved'))
    return { icon: 'crown', tone: 'bad' }
  const change = changeOf(event)
  if (!change) return looks[event.type] ?? { icon: 'star', tone: 'plain' }
  if (textIn(event, 'from') === undefined) return { icon: 'person', tone: 'plain' }
  return direction(change.from, change.to) === 'down' ? { icon: 'down', tone: 'bad' } : { icon: 'up', tone: 'good' }
}
