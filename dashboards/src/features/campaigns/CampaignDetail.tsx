import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { MessageList } from '@/shared/messages/MessageList'
import { Uplift } from '@/shared/recall/Uplift'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { CampaignActions } from './CampaignActions'
import { CampaignFacts } from './CampaignFacts'
import { CampaignResults } from './CampaignResults'
import styles from './Campaigns.module.css'
import { Runs } from './Runs'
import { StateBadge } from './StateBadge'
import { useCampaign, useCampaignFigures, useCampaignRuns } from './useCampaigns'

/** A campaign: what it is, what it did, whether it helped, and each of its runs and messages. */
export function CampaignDetail({ name }: { name: string }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const mayRun = useMay('run_campaigns')
  const query = useCampaign(name)
  const { data: report } = useCampaignRuns(name)
  const figures = useCampaignFigures().data?.find((each) => each.name === name)
  const { data: preview } = useQuery({
    queryKey: ['campaignPreview', chain.id, name],
    queryFn: () => answer(api.GET('/v1/chains/{chain}/campaigns/{campaign}/preview', { params: { path: { chain: chain.id, campaign: name } } })),
    enabled: mayRun,
    staleTime: 60_000,
  })

  return (
    <Loaded query={query} height={420}>
      {({ campaign }) => (
        <>
          <div className={styles.head}>
            <h2 className={styles.title}>
              {campaign.title} <StateBadge campaign={campaign} report={report} />
            </h2>
            {mayRun && <CampaignActions campaign={campaign} count={preview?.count} />}
          </div>
          <div className={styles.columns}>
            <CampaignFacts campaign={campaign} preview={preview} />
            <div className={styles.side}>
              <CampaignResults figures={figures} report={report} />
              <Card title={t('recall.helped')}>
                {figures ? (
                  <Uplift treated={figures.treated} heldOut={figures.heldOut} uplift={figures.uplift} />
                ) : (
                  <p className={styles.soft}>{t('campaigns.notYet')}</p>
                )}
              </Card>
            </div>
          </div>
          <Card title={t('campaigns.runs.title')}>
            <Runs runs={report?.items ?? []} />
          </Card>
          <Card title={t('recall.messages.title')}>
            <MessageList playbook={`campaign:${name}`} />
          </Card>
        </>
      )}
    </Loaded>
  )
}
