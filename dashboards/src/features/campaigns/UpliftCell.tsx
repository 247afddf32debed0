import { useTranslation } from 'react-i18next'
import type { CampaignFigures } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { verdictOf } from '@/shared/recall/verdict'

/** Whether a campaign helped, in a few words. */
export function UpliftCell({ figures }: { figures: CampaignFigures | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!figures) return '–'
  const verdict = verdictOf(figures.treated, figures.heldOut, figures.uplift)
  switch (verdict.kind) {
    case 'brings':
    case 'costs':
      return t(`campaigns.uplift.${verdict.kind}`, { low: format.number(verdict.low), high: format.number(verdict.high) })
    case 'open':
    case 'noneHeldOut':
      return t(`campaigns.uplift.${verdict.kind}`)
    default:
      return '–'
  }
}
