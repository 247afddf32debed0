import { useTranslation } from 'react-i18next'
import type { CampaignFigures, CampaignReport } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { messageStates } from '@/shared/recall/messageStates'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import styles from './Campaigns.module.css'

interface CampaignResultsProps {
  figures: CampaignFigures | undefined
  report: CampaignReport | undefined
}

/** What a campaign did over all of its runs, and who came back after it. */
export function CampaignResults({ figures, report }: CampaignResultsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('recall.did')}>
      <Stats>
        <Stat label={t('campaigns.column.reached')} value={format.number(figures?.entered ?? 0)} />
        <Stat label={t('recall.returned')} value={format.number(figures?.returned ?? 0)} tone={figures && figures.returned > 0 ? 'good' : 'plain'} />
        <Stat label={t('campaigns.column.revenue')} value={format.money(figures?.revenue ?? 0)} hint={t('campaigns.revenueHint')} />
      </Stats>
      {report && (
        <dl className={styles.fates}>
          {messageStates.map((state) => (
            <div key={state} data-state={state} data-any={report.messages[state] > 0}>
              <dt>{t(`recall.messageState.${state}`)}</dt>
              <dd>{format.number(report.messages[state])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
