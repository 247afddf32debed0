import { useTranslation } from 'react-i18next'
import { FieldLink } from '@/shared/address/FieldLink'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useMay } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { PageFrame } from '@/shared/ui/PageFrame'
import { CampaignDetail } from './CampaignDetail'
import { CampaignEditor } from './CampaignEditor'
import { CampaignList } from './CampaignList'

export default function CampaignsPage() {
  const { t } = useTranslation()
  const campaign = useAddress('campaign')
  const view = useAddress('view')
  const mayRun = useMay('run_campaigns')
  const isWriting = mayRun && (view === 'new' || (view === 'edit' && campaign !== undefined))

  return (
    <PageFrame
      title={t('campaigns.title')}
      intro={campaign === undefined && !isWriting ? t('campaigns.intro') : undefined}
      tools={
        mayRun &&
        !isWriting &&
        campaign === undefined && (
          <Button look="primary" onClick={() => writeAddress({ view: 'new' })}>
            <Icon name="plus" />
            {t('campaigns.new')}
          </Button>
        )
      }
    >
      {(campaign !== undefined || isWriting) && (
        <p>
          <FieldLink to={{ campaign: undefined, view: undefined, tab: undefined }}>{t('campaigns.back')}</FieldLink>
        </p>
      )}
      {isWriting && <CampaignEditor key={campaign ?? ''} campaign={view === 'edit' ? campaign : undefined} />}
      {!isWriting && campaign !== undefined && <CampaignDetail key={campaign} name={campaign} />}
      {!isWriting && campaign === undefined && <CampaignList />}
    </PageFrame>
  )
}
