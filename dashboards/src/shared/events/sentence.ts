import type { TFunction } from 'i18next'
import type { CommittedEvent } from '@/api/types'
import type { Format } from '@/shared/format/format'
import { i18next } from '@/shared/i18n'
import { cardSentence } from './cardSentence'
import { careSentence } from './careSentence'
import { lengthIn, numberIn, textIn } from './fields'
import { membershipSentence } from './membershipSentence'
import { changeOf, stageSentence } from './stageSentence'

export interface Words {
  t: TFunction
  format: Format
  storeName: (id: string) => string
  staffName: (id: string) => string
  /** What kind of card a card is, where that is known. */
  cardKind: (card: string) => string | undefined
}

/** What happened, as a person says it; who did it stands before it. */
export function sentence(event: CommittedEvent, words: Words): string {
  const { t, format } = words
  const amount = format.money(numberIn(event, 'amount') ?? 0)
  switch (event.type) {
    case 'join':
      return t('event.join')
    case 'purchase':
      return t('event.purchase', { amount })
    case 'refund':
      return t('event.refund', { amount })
    case 'visit': {
      const service = textIn(event, 'service')
      return service === undefined ? t('event.visit') : t('event.visitFor', { service })
    }
    case 'checkin':
      return checkin(event, words)
    case 'act':
      return act(textIn(event, 'name') ?? event.type, words)
    case 'flag_raised':
      return flag(event, 'Raised', words)
    case 'flag_lowered':
      return flag(event, 'Lowered', words)
    case 'home_store_set':
      return t('event.home_store_set', { store: event.store ? words.storeName(event.store) : '–' })
    default: {
      const careful = careSentence(event, words) ?? cardSentence(event, words) ?? membershipSentence(event, words)
      if (careful !== undefined) return careful
      const change = changeOf(event)
      return change ? stageSentence(event, change, words) : t('event.other', { type: event.type })
    }
  }
}

/** What came with it, each to be said on its own: points, days made good. */
export function extras(event: CommittedEvent, { t, format }: Words): string[] {
  const points = numberIn(event, 'points') ?? 0
  const freezes = lengthIn(event, 'frozen')
  return [
    ...(points === 0 ? [] : [t('event.points', { count: Math.abs(points), amount: format.signed(points) })]),
    ...(freezes === 0 ? [] : [t('event.freezes', { count: freezes, formatted: format.number(freezes) })]),
  ]
}

function checkin(event: CommittedEvent, { t, format }: Words): string {
  const standing = textIn(event, 'standing')
  if (standing === 'repeat' || standing === 'late') return t(`event.checkin.${standing}`)
  const run = numberIn(event, 'run') ?? 1
  return t('event.checkin.counted', { count: run, formatted: format.number(run) })
}

export function act(name: string, { t }: Words): string {
  return i18next.exists(`act.${name}`) ? t(`act.${name}` as 'act.comment') : t('event.act', { name })
}

function flag(event: CommittedEvent, how: 'Raised' | 'Lowered', { t }: Words): string {
  const name = textIn(event, 'flag') ?? '?'
  return i18next.exists(`event.flag${how}.${name}`)
    ? t(`event.flag${how}.${name}` as 'event.flagRaised.slipping')
    : t(`event.otherFlag${how}`, { flag: name })
}
