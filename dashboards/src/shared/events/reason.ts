import { i18next } from '@/shared/i18n'
import type { CommittedEvent } from '@/api/types'
import { numberIn, textIn } from './fields'
import type { Words } from './sentence'

/** Why a stage changed, in the reader's language; in the server's words where the code is not known here. */
export function reasonOf(event: CommittedEvent, { t, format }: Words): string | undefined {
  const code = textIn(event, 'code')
  const count = numberIn(event, 'count')
  const days = numberIn(event, 'days')
  const isKnown = code !== undefined && i18next.exists(`reason.${code}`, { count: count ?? 0 })
  if (!isKnown) return textIn(event, 'reason')
  return t(`reason.${code}` as 'reason.visits_within', {
    count: count ?? 0,
    formatted: format.number(count ?? 0),
    days: format.number(days ?? 0),
  })
}
