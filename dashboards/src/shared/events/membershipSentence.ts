import type { CommittedEvent } from '@/api/types'
import { givenName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { instantIn, isTrueIn, numberIn, textIn } from './fields'
import type { Words } from './sentence'

/** What happened to points, tiers, benefits, families and referrals; undefined for anything else. */
export function membershipSentence(event: CommittedEvent, words: Words): string | undefined {
  const { t, format } = words
  const relative = textIn(event, 'relative') ?? '–'
  const head = textIn(event, 'head') ?? '–'
  const friend = textIn(event, 'friend') ?? '–'
  const referrer = textIn(event, 'referrer') ?? '–'
  const tier = nameIn(event, 'tier', words) ?? '–'
  const why = refusalOf(event, words)
  const day = (field: string) => {
    const at = instantIn(event, field)
    return at === undefined ? '–' : format.day(at)
  }
  switch (event.type) {
    case 'points_redeemed':
      return redeemed(event, words)
    case 'points_adjusted':
      return t('event.points_adjusted', { by: adjustedBy(event, words), reason: textIn(event, 'reason') ?? '–' })
    case 'points_expired':
      return t('event.points_expired')
    case 'tier_invited':
      return t(isTrueIn(event, 'given') ? 'event.tier_invited' : 'event.tier_uninvited', { tier })
    case 'tier_changed':
      return tierChanged(event, words)
    case 'tier_kept':
      return t('event.tier_kept', { tier, until: day('until') })
    case 'tier_at_risk':
      return t('event.tier_at_risk', { tier, on: day('on') })
    case 'benefit_used':
      return benefitUsed(event, words)
    case 'gift_pack_given':
      return t('event.gift_pack_given', {
        gift: textIn(event, 'title') ?? t('event.gift'),
        value: format.money(numberIn(event, 'value') ?? 0),
      })
    case 'family_asked':
    case 'family_grown':
    case 'family_dismissed':
      return t(`event.${event.type}`, { relative })
    case 'family_shrunk':
      return textIn(event, 'why') === 'left' ? t('event.family_shrunk_left', { relative }) : t('event.family_shrunk', { relative, why })
    case 'erased':
      return t('event.erased')
    case 'family_cut':
      return t('event.family_cut', { other: textIn(event, 'other') ?? '–' })
    case 'family_joined':
    case 'family_left':
    case 'family_parted':
      return t(`event.${event.type}`, { head })
    case 'family_declined':
      return t('event.family_declined', { head, why })
    case 'referral_claimed':
    case 'referral_confirmed':
    case 'referral_rewarded':
    case 'referral_reward_returned':
      return t(`event.${event.type}`, { referrer })
    case 'referral_refused':
      return t('event.referral_refused', { referrer, why })
    case 'friend_welcomed':
    case 'friend_rewarded':
    case 'friend_reward_returned':
      return t(`event.${event.type}`, { friend })
    case 'friend_refused':
      return t('event.friend_refused', { friend, why })
    default:
      return undefined
  }
}

function redeemed(event: CommittedEvent, words: Words): string {
  const { t, format } = words
  const goods = nameIn(event, 'goods', words)
  if (goods === undefined) return t('event.points_redeemed', { worth: format.money(numberIn(event, 'worth') ?? 0) })
  const count = numberIn(event, 'count') ?? 1
  return t('event.points_redeemed_goods', { goods, count, formatted: format.number(count) })
}

function tierChanged(event: CommittedEvent, words: Words): string {
  const { t } = words
  const [from, to] = [nameIn(event, 'from', words) ?? '–', nameIn(event, 'to', words)]
  const why = tierReasonOf(event, words)
  if (to === undefined) return t('event.tier_lost', { tier: from, why })
  const fell = textIn(event, 'code') === 'not_deserved'
  return fell ? t('event.tier_fell', { from, tier: to, why }) : t('event.tier_reached', { tier: to, why })
}

/** In the reader's language; in the server's words where the code is not known here. */
function tierReasonOf(event: CommittedEvent, { t, format }: Words): string {
  const amount = numberIn(event, 'amount') ?? 0
  const days = numberIn(event, 'days')
  switch (textIn(event, 'code')) {
    case 'spend':
      return days === undefined
        ? t('tierReason.spend', { amount: format.money(amount) })
        : t('tierReason.spend_within', { amount: format.money(amount), days: format.number(days) })
    case 'points':
      return t('tierReason.points', { count: amount, formatted: format.number(amount) })
    case 'friends':
      return t('tierReason.friends', { count: amount, formatted: format.number(amount) })
    case 'invited':
      return t('tierReason.invited')
    case 'not_deserved':
      return t('tierReason.not_deserved')
    case 'policy_changed':
      return t('tierReason.policy_changed')
    default:
      return textIn(event, 'reason') ?? '–'
  }
}

function benefitUsed(event: CommittedEvent, words: Words): string {
  const { t, format } = words
  const benefit = nameIn(event, 'benefit', words) ?? '–'
  const relative = textIn(event, 'relative')
  const left = numberIn(event, 'left')
  const used = relative === undefined ? t('event.benefit_used', { benefit }) : t('event.benefit_used_by', { benefit, relative })
  return left === undefined ? used : t('event.because', { what: used, why: t('event.usesLeft', { count: left, formatted: format.number(left) }) })
}

function refusalOf(event: CommittedEvent, { t }: Words): string {
  const code = textIn(event, 'why') ?? '–'
  return i18next.exists(`refusal.${code}`) ? t(`refusal.${code}` as 'refusal.self') : code
}

/** A name of the chain's rules. */
function nameIn(event: CommittedEvent, field: string, { t }: Words): string | undefined {
  const name = textIn(event, field)
  return name === undefined ? undefined : givenName(t, name)
}

function adjustedBy(event: CommittedEvent, { staffName }: Words): string {
  const by = textIn(event, 'by')
  return by === undefined ? '–' : staffName(by)
}
