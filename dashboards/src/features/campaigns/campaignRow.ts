import type { Campaign, CampaignFigures, CampaignReport } from '@/api/types'

/** A campaign, with what it brought and did where that is known by now. */
export interface CampaignRow {
  campaign: Campaign
  figures: CampaignFigures | undefined
  report: CampaignReport | undefined
}

export type CampaignState = 'running' | 'paused' | 'over' | 'waiting'

/** How a campaign stands: what goes once and has gone is over. */
export function stateOf({ campaign, report }: Pick<CampaignRow, 'campaign' | 'report'>): CampaignState {
  if (report?.items.some(({ state }) => state === 'open')) return 'running'
  if (campaign.paused) return 'paused'
  const hasGone = report?.items.some(({ origin }) => origin !== 'asked') ?? false
  return campaign.schedule.at != null && hasGone ? 'over' : 'waiting'
}
