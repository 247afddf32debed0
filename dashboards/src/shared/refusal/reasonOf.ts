import type { TFunction } from 'i18next'
import { Refusal } from '@/api/client'
import { i18next } from '../i18n'
import type { Reason } from './Reason'
import { ruleWords } from './ruleWords'

/** What a code refuses with: a whole call, or one item of a batch. */
interface Refused {
  code: string | undefined
  detail: string
  field?: string | undefined
}

/** Sentences of the server that tell more than their code: what is left, or who stands in the way. */
const telling: Readonly<Record<string, RegExp>> = {
  insufficient_points: /^(?<needed>\d+) points are needed and (?<left>-?\d+) can be spent/,
  insufficient_balance: /^at most (?<left>\S+) can be taken/,
  no_uses_left: /^only (?<left>\d+) uses are left/,
  use_limit: /at most (?<most>\d+) times a day/,
  refund_exceeds_order: /^only (?<left>\S+) of order/,
  refund_exceeds_purchases: /^only (?<left>\S+) of this member/,
  family_full: /can have (?<most>\d+) people/,
  segment_in_use: /^Change or delete first: (?<campaigns>.+)\.$/,
}

/** Why a call failed. */
export function reasonOf(t: TFunction, failure: Error): Reason {
  if (!(failure instanceof Refusal)) return { text: t('failure.unreachable') }
  return reasonIn(t, { code: failure.code, detail: failure.message, field: failure.said('field') })
}

/** Why something was refused: what is wrong with which field, else what its code stands for. */
export function reasonIn(t: TFunction, { code, detail, field }: Refused): Reason {
  if (code === undefined || !i18next.exists(`refused.code.${code}`)) return { text: t('refused.other'), english: detail }
  if (isOfField(code)) return ofField(t, code, detail, field)
  const told = telling[code]?.exec(detail)?.groups
  return { text: told ? t(`refused.told.${code}` as 'refused.told.use_limit', told as { most: string }) : t(`refused.code.${code}` as 'refused.code.busy') }
}

const ofFields = ['invalid_field', 'invalid_parameter', 'missing_field', 'invalid_campaign', 'invalid_segment', 'invalid_policy'] as const

function isOfField(code: string): code is (typeof ofFields)[number] {
  return ofFields.some((each) => each === code)
}

function ofField(t: TFunction, code: (typeof ofFields)[number], detail: string, given: string | undefined): Reason {
  const [, quoted, rest = detail] = /^'([^']+)':? (.*)$/s.exec(detail) ?? []
  const why = rest.replace(/\.$/, '')
  const name = fieldName(t, given ?? quoted ?? '')
  const rule = ruleWords(t, why)
  if (name !== undefined && rule !== undefined) return { text: t('refused.field', { field: name, rule }) }
  if (name !== undefined) return { text: t('refused.fieldIn', { field: name }), english: why }
  return { text: t(`refused.code.${code}`), english: detail }
}

/** What people call a field of the API, by the last part of its path that has a name: `items[2].amount`, `segment.points.from`. */
function fieldName(t: TFunction, path: string): string | undefined {
  const parts = path.replaceAll(/\[\d+\]/g, '').split('.').toReversed()
  // The ends of a range are named by what they are the ends of.
  const named = parts.length > 1 ? parts.filter((part) => part !== 'from' && part !== 'to') : parts
  for (const part of named) {
    if (part === '') continue
    if (i18next.exists(`refused.of.${part}`)) return t(`refused.of.${part}` as 'refused.of.amount')
    if (i18next.exists(`segment.condition.${part}`)) return t(`segment.condition.${part}` as 'segment.condition.stages')
  }
  return undefined
}
