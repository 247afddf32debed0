import type { TFunction } from 'i18next'
import { Refusal } from '@/api/client'

const known = ['campaign_paused', 'too_many_campaigns', 'built_in_campaign', 'version_conflict', 'unknown_campaign'] as const

/** Why something could not be done to a campaign. */
export function refusalWords(t: TFunction, failure: Error): string {
  if (!(failure instanceof Refusal)) return t('failure.unreachable')
  const code = known.find((each) => each === failure.code)
  return code === undefined ? t('failure.refused', { detail: failure.message }) : t(`campaigns.refusal.${code}`)
}
