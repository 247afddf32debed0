import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Share } from '@/shared/ui/Share'
import { Stat, Stats } from '@/shared/ui/Stat'
import styles from '../Member.module.css'

/** What is to be expected of her. */
export function ForecastCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { forecast } = member
  return (
    <Card title={t('member.forecast.title')}>
      {!forecast && <p className={styles.soft}>{t('member.forecast.none')}</p>}
      {forecast && (
        <>
          <Stats>
            <Stat label={t('member.forecast.alive')} value={format.percent(forecast.alive)} hint={<Share of={forecast.alive} />} />
            <Stat label={t('member.forecast.visits')} value={format.decimal(forecast.expectedVisitsNextQuarter)} hint={t('member.forecast.quarter')} />
            <Stat
              label={t('member.forecast.spend')}
              value={forecast.expectedSpendNextYear === null ? '–' : format.money(Math.round(forecast.expectedSpendNextYear))}
              hint={t('member.forecast.year')}
            />
          </Stats>
          <p className={styles.soft}>{t('member.forecast.asOf', { at: format.exact(Date.parse(forecast.asOf)) })}</p>
        </>
      )}
    </Card>
  )
}
