import type { CommittedEvent } from '@/api/types'
import { givenName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { instantIn, lengthIn, numberIn, numberWithin, textIn } from './fields'
import type { Words } from './sentence'

/** What happened to cards; undefined for anything else. */
export function cardSentence(event: CommittedEvent, words: Words): string | undefined {
  const { t, format } = words
  const card = cardOf(event, words)
  const day = format.day(instantIn(event, 'expiresAt') ?? 0)
  const amount = format.money(numberIn(event, 'amount') ?? 0)
  switch (event.type) {
    case 'card_issued':
      return instantIn(event, 'expiresAt') === undefined
        ? t('event.card_issued', { card })
        : t('event.card_issued_until', { card, until: day })
    case 'card_renewed':
      return t('event.card_renewed', { card, until: day })
    case 'card_topped_up': {
      const bonus = numberWithin(event, 'lot', 'bonus') ?? 0
      const paid = format.money(numberWithin(event, 'lot', 'paid') ?? 0)
      return bonus === 0
        ? t('event.card_topped_up', { card, amount: paid })
        : t('event.card_topped_up_bonus', { card, amount: paid, bonus: format.money(bonus) })
    }
    case 'card_used':
      return used(event, card, words)
    case 'card_refunded':
      return t('event.card_refunded', { card, amount })
    case 'card_sent':
      return t('event.card_sent', { card, to: textIn(event, 'to') ?? '–' })
    case 'card_received':
      return t('event.card_received', { card, from: textIn(event, 'from') ?? '–' })
    case 'card_turned_away':
      return t('event.card_turned_away', { card, from: textIn(event, 'from') ?? '–', why: whyOf(event) })
    case 'card_came_back':
      return t('event.card_came_back', { card, to: textIn(event, 'to') ?? '–', why: whyOf(event) })
    case 'card_use_suspicious':
    case 'card_use_cancelled':
    case 'card_frozen':
    case 'card_unfrozen':
    case 'card_expired':
      return t(`event.${event.type}`, { card })
    default:
      return undefined
  }

  function whyOf(told: CommittedEvent): string {
    const code = textIn(told, 'why') ?? '–'
    return i18next.exists(`why.${code}`) ? t(`why.${code}` as 'why.card_exists') : code
  }
}

/** A card is told by its kind; its number is for the card itself. Only what is worth money is paid with in parts. */
function cardOf(event: CommittedEvent, { t, cardKind }: Words): string {
  const kind = textIn(event, 'kind') ?? cardKind(textIn(event, 'card') ?? '')
  if (kind !== undefined) return t('event.theCard', { kind: givenName(t, kind) })
  const holdsMoney = event.type === 'card_topped_up' || (event.type === 'card_used' && lengthIn(event, 'parts') > 0)
  return t(holdsMoney ? 'event.aStoredValueCard' : 'event.aCard')
}

function used(event: CommittedEvent, card: string, { t, format }: Words): string {
  const amount = numberIn(event, 'amount') ?? 0
  const service = textIn(event, 'service')
  const what = amount === 0 ? t('event.card_used', { card }) : t('event.card_used_amount', { card, amount: format.money(amount) })
  return service === undefined ? what : t('event.because', { what, why: service })
}
