import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignPreview } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { channelName } from '@/shared/givenName'
import { TemplateText } from '@/shared/recall/TemplateText'
import { usePolicy } from '@/shared/recall/usePolicy'
import { wordsOf } from '@/shared/recall/wordsOf'
import { templateName } from '@/shared/recallWords'
import { Card } from '@/shared/ui/Card'
import { Audience } from './Audience'
import styles from './Campaigns.module.css'
import { NextRuns } from './NextRuns'
import { StoreCounts } from './StoreCounts'
import { useScheduleWords } from './useScheduleWords'

interface CampaignFactsProps {
  campaign: Campaign
  preview: CampaignPreview | undefined
}

/** What a campaign is: for whom, when, what it says and offers. */
export function CampaignFacts({ campaign, preview }: CampaignFactsProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const said = useScheduleWords()
  const recall = usePolicy().data?.recall
  const text = wordsOf(recall?.templates, campaign.template, i18n.language)
  const offer = campaign.offer == null ? undefined : (wordsOf(recall?.offers, campaign.offer, i18n.language) ?? campaign.offer)
  const fact = (name: string, value: ReactNode) => (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <Card title={t('campaigns.facts.title')}>
      <dl className={styles.facts}>
        {fact(
          t('campaigns.facts.whom'),
          <>
            {campaign.segmentName != null && <p>{t('campaigns.segment.kept', { name: campaign.segmentName })}</p>}
            <Audience segment={campaign.segment} />
            {preview && <StoreCounts count={preview.count} byStore={preview.byStore} />}
          </>,
        )}
        {fact(
          t('campaigns.facts.when'),
          <>
            <p>{said(campaign.schedule)}</p>
            {preview && <NextRuns runs={preview.nextRuns} isPaused={campaign.paused} />}
          </>,
        )}
        {fact(
          t('campaigns.facts.what'),
          <>
            <p>{templateName(t, campaign.template)}</p>
            {text !== undefined && <TemplateText text={text} />}
          </>,
        )}
        {offer !== undefined && fact(t('campaigns.field.offer'), offer)}
        {fact(t('campaigns.field.channel'), campaign.channel === null ? t('campaigns.usualChannel') : channelName(t, campaign.channel))}
        {fact(t('campaigns.field.holdoutPercent'), format.percent(campaign.holdoutPercent / 100))}
        {fact(t('campaigns.field.priority'), t('campaigns.ofHundred', { priority: format.number(campaign.priority) }))}
        {fact(
          t('campaigns.field.uselessAfterHours'),
          campaign.uselessAfterHours == null ? t('campaigns.neverUseless') : t('campaigns.hours', { count: campaign.uselessAfterHours }),
        )}
      </dl>
    </Card>
  )
}
