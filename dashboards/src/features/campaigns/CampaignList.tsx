import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { DataTable } from '@/shared/table/DataTable'
import type { CampaignRow } from './campaignRow'
import { runsQuery, useCampaignFigures, useCampaigns } from './useCampaigns'
import { useColumns } from './useColumns'

/** All campaigns with what they did and brought. */
export function CampaignList() {
  const query = useCampaigns()
  return <Loaded query={query}>{(campaigns) => <Table campaigns={campaigns} />}</Loaded>
}

function Table({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const { data: figures } = useCampaignFigures()
  const reports = useQueries({ queries: campaigns.map(({ name }) => runsQuery(chain.id, name)) })
  const columns = useColumns()
  const rows = campaigns.map((campaign, index): CampaignRow => ({
    campaign,
    figures: figures?.find(({ name }) => name === campaign.name),
    report: reports[index]?.data,
  }))
  return (
    <Card title={t('campaigns.all')}>
      <DataTable
        title={t('campaigns.table')}
        isTitleHidden
        columns={columns}
        rows={rows}
        rowId={({ campaign }) => campaign.name}
        empty={<Empty>{t('campaigns.none')}</Empty>}
      />
    </Card>
  )
}
