import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '@/api/types'
import { writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import styles from './Campaigns.module.css'
import { ConfirmDialog } from './ConfirmDialog'
import { useCampaignAction, type CampaignAction } from './useCampaignAction'

interface CampaignActionsProps {
  campaign: Campaign
  /** How many it would reach now; undefined until that is counted. */
  count: number | undefined
}

/** What can be done to a campaign, each thing after a question that says what it means. */
export function CampaignActions({ campaign, count }: CampaignActionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [asked, setAsked] = useState<CampaignAction>()
  const action = useCampaignAction(campaign.name, () => writeAddress({ campaign: undefined }))
  const { title, paused, builtIn } = campaign

  return (
    <div className={styles.buttons}>
      <Button disabled={paused || action.isPending} title={paused ? t('refused.code.campaign_paused') : undefined} onClick={() => setAsked('run')}>
        <Icon name="play" size={15} />
        {t('campaigns.action.run')}
      </Button>
      <Button disabled={action.isPending} onClick={() => (paused ? action.mutate('resume') : setAsked('pause'))}>
        <Icon name={paused ? 'play' : 'pause'} size={15} />
        {t(paused ? 'campaigns.action.resume' : 'campaigns.action.pause')}
      </Button>
      <Button onClick={() => writeAddress({ view: 'edit' })}>{t('campaigns.action.edit')}</Button>
      {!builtIn && (
        <Button look="quiet" disabled={action.isPending} onClick={() => setAsked('delete')}>
          {t('campaigns.action.delete')}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          title={t(`campaigns.ask.${asked}`, { title })}
          action={t(`campaigns.action.${asked}`)}
          onConfirm={() => action.mutate(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{t(`campaigns.askHint.${asked}`)}</p>
          {asked === 'run' && count !== undefined && <p>{t('campaigns.reachesNow', { count, number: format.number(count) })}</p>}
        </ConfirmDialog>
      )}
    </div>
  )
}
