import { useTranslation } from 'react-i18next'
import { useAt } from '@/shared/time/useAt'
import { HighValueActs } from './HighValueActs'
import { ReferralLeaders } from './ReferralLeaders'

/** What makes members worth more, and who brings others. Neither keeps its past. */
export default function GrowthSection() {
  const { t } = useTranslation()
  const at = useAt()
  return (
    <>
      {at !== undefined && <p role="note">{t('insights.presentOnly')}</p>}
      <HighValueActs />
      <ReferralLeaders />
    </>
  )
}
