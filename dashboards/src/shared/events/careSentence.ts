import type { CommittedEvent } from '@/api/types'
import { channelName, givenName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { playbookName, taskName } from '@/shared/recallWords'
import { instantIn, isTrueIn, numberIn, textIn } from './fields'
import { act, type Words } from './sentence'

/** What happened in playbooks, messages and tasks; undefined for anything else. */
export function careSentence(event: CommittedEvent, words: Words): string | undefined {
  const { t, format } = words
  const playbook = playbookName(t, textIn(event, 'playbook') ?? '?')
  const staff = (field: string) => {
    const id = textIn(event, field)
    return id === undefined ? '–' : words.staffName(id)
  }
  const by = staff('by')
  const why = whyOf(event, words)
  const channel = textIn(event, 'channel')
  const time = (field: string) => {
    const at = instantIn(event, field)
    return at === undefined ? '–' : format.exact(at)
  }
  switch (event.type) {
    case 'playbook_entered':
    case 'campaign_reached': {
      const heldOut = isTrueIn(event, 'heldOut') ? 'HeldOut' : ''
      return event.type === 'campaign_reached'
        ? t(`event.campaign_reached${heldOut}`, { campaign: givenName(t, textIn(event, 'campaign') ?? '?') })
        : t(`event.playbook_entered${heldOut}`, { playbook })
    }
    case 'playbook_left':
      return t('event.playbook_left', { playbook, why })
    case 'playbook_paused':
      return t('event.playbook_paused', { playbook, until: time('until') })
    case 'step_withheld':
      return t('event.step_withheld', { playbook, step: format.number((numberIn(event, 'step') ?? 0) + 1) })
    case 'steps_passed_over':
      return t('event.steps_passed_over', { playbook })
    case 'member_returned':
      return t(isTrueIn(event, 'first') ? 'event.member_returned' : 'event.member_returned_again', { playbook })
    case 'return_refunded':
      return t('event.return_refunded', { playbook, amount: format.money(numberIn(event, 'amount') ?? 0) })
    case 'message_planned':
      return t('event.message_planned', { playbook })
    case 'message_moved':
      return t('event.message_moved', { to: time('to'), why })
    case 'message_released':
      return t('event.message_released', { playbook, channel: channelName(t, textIn(event, 'channel') ?? '–') })
    case 'message_cancelled':
      return t('event.message_cancelled', { why })
    case 'message_reported':
      return reported(event, words)
    case 'task_opened':
      return t('event.task_opened', {
        task: taskName(t, textIn(event, 'kind') ?? '?', textIn(event, 'title') ?? '?'),
        due: time('dueAt'),
      })
    case 'task_claimed':
      return t('event.task_claimed', { by })
    case 'task_released':
      return textIn(event, 'by') === undefined ? t('event.task_back') : t('event.task_released', { by })
    case 'task_snoozed':
      return t('event.task_snoozed', { by, until: time('until') })
    case 'task_reassigned':
      return t('event.task_reassigned', { by, to: staff('to') })
    case 'task_completed':
      return t('event.task_completed', { by, outcome: outcomeName(textIn(event, 'outcome') ?? 'done', words) })
    case 'task_escalated':
    case 'task_expired':
    case 'member_tasks_all_done':
    case 'complaint':
      return t(`event.${event.type}`)
    case 'task_withdrawn':
      return t('event.task_withdrawn', { why })
    case 'member_task_done':
      return t('event.member_task_done', { task: memberTaskName(textIn(event, 'task') ?? '?', words) })
    case 'survey':
      return t('event.survey', { score: format.number(numberIn(event, 'score') ?? 0) })
    case 'consent':
      return t(isTrueIn(event, 'given') ? 'event.consent_given' : 'event.consent_refused', {
        channel: channel === undefined ? t('event.allChannels') : channelName(t, channel),
      })
    case 'tagged':
    case 'untagged':
      return t(`event.${event.type}`, { tag: textIn(event, 'name') ?? '–' })
    case 'high_value_act':
      return highValue(textIn(event, 'kind') ?? '?', words)
    default:
      return undefined
  }
}

function reported(event: CommittedEvent, words: Words): string {
  const { t } = words
  const fate = textIn(event, 'fate')
  if (fate === 'delivered') return t('event.message_delivered')
  if (fate !== 'failed') return t('event.message_sent')
  const detail = textIn(event, 'detail')
  return detail === undefined ? t('event.message_failed') : t('event.message_failed_why', { why: codeName(detail, words) })
}

/** What it was: one of the kinds there are, or a behaviour that the chain names, as act:NAME. */
function highValue(kind: string, words: Words): string {
  const { t } = words
  const isKnown = i18next.exists(`highValue.${kind}`)
  return t('event.high_value_act', { what: isKnown ? t(`highValue.${kind}` as 'highValue.second_category') : act(kind.replace(/^act:/, ''), words) })
}

function whyOf(event: CommittedEvent, words: Words): string {
  return codeName(textIn(event, 'why') ?? '–', words)
}

/** Codes are stable and told in the reader's words; one that is not known here stands as it is. */
function codeName(code: string, { t }: Words): string {
  return i18next.exists(`why.${code}`) ? t(`why.${code}` as 'why.ended') : code
}

function outcomeName(outcome: string, { t }: Words): string {
  return i18next.exists(`outcome.${outcome}`) ? t(`outcome.${outcome}` as 'outcome.done') : outcome
}

function memberTaskName(name: string, { t }: Words): string {
  return i18next.exists(`memberTask.${name}`) ? t(`memberTask.${name}` as 'memberTask.first_service') : name
}
