import { useTranslation } from 'react-i18next'
import { Badge } from '@/shared/ui/Badge'
import { stateOf, type CampaignRow, type CampaignState } from './campaignRow'

const tones = { running: 'accent', paused: 'warn', over: 'plain', waiting: 'good' } as const satisfies Record<CampaignState, string>

/** How a campaign stands, and whether it came with the program. */
export function StateBadge(row: Pick<CampaignRow, 'campaign' | 'report'>) {
  const { t } = useTranslation()
  const state = stateOf(row)
  return (
    <>
      <Badge tone={tones[state]}>{t(`campaigns.state.${state}`)}</Badge> {row.campaign.builtIn && <Badge>{t('campaigns.builtIn')}</Badge>}
    </>
  )
}
