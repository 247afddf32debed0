import { useTranslation } from 'react-i18next'
import type { RecallFigures } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { usePolicy } from '@/shared/recall/usePolicy'
import { Empty } from '@/shared/ui/Empty'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import { inOrderOfUse } from './ladder'
import { PlaybookCard } from './PlaybookCard'
import styles from './Playbooks.module.css'
import { totalOf } from './totals'

/** All playbooks side by side, those in use first, with what they come to together. */
export function Playbooks({ figures }: { figures: RecallFigures }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: policy } = usePolicy()
  const total = totalOf(figures.playbooks)
  if (figures.playbooks.length === 0) return <Empty>{t('recall.none')}</Empty>
  return (
    <>
      <Card title={t('recall.together')}>
        <Stats>
          <Stat label={t('recall.total.members')} value={format.number(total.members)} hint={t('recall.total.membersHint')} />
          <Stat label={t('recall.count.entered')} value={format.number(total.entered)} />
          <Stat
            label={t('recall.count.sent')}
            value={format.number(total.sent)}
            hint={total.moved > 0 ? t('recall.total.moved', { count: total.moved, number: format.number(total.moved) }) : undefined}
          />
          <Stat label={t('recall.count.tasks')} value={format.number(total.tasks)} />
          <Stat label={t('recall.returned')} value={format.number(total.returned)} tone={total.returned > 0 ? 'good' : 'plain'} />
          <Stat label={t('recall.revenue')} value={format.money(total.revenue)} hint={t('recall.total.revenueHint')} />
        </Stats>
      </Card>
      <div className={styles.cards}>
        {inOrderOfUse(figures.playbooks).map((each) => (
          <PlaybookCard key={each.name} figures={each} policy={policy?.recall} />
        ))}
      </div>
    </>
  )
}
