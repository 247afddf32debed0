import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { PeriodPicker } from '@/shared/period/PeriodPicker'
import { Empty } from '@/shared/ui/Empty'
import { PageFrame } from '@/shared/ui/PageFrame'
import { InsightTabs } from './InsightTabs'
import { openTo, sections, tabOf, type Section } from './sections'

/** What the chain's past says about its members, one question a tab. */
export default function InsightsPage() {
  const { t } = useTranslation()
  const { session } = useChain()
  const offered = openTo(session)
  const tab = tabOf(useAddress('tab'), offered)
  if (tab === undefined) {
    return (
      <PageFrame title={t('pages.insights')} travels>
        <Empty>{t('insights.notYours')}</Empty>
      </PageFrame>
    )
  }

  const { period, Content }: Section = sections[tab]
  return (
    <PageFrame
      title={t('pages.insights')}
      intro={t('insights.intro')}
      tools={period && <PeriodPicker usual={period.usual} offered={period.offered} />}
      travels
    >
      <InsightTabs tabs={offered} tab={tab} />
      <Suspense>
        <Content key={tab} />
      </Suspense>
    </PageFrame>
  )
}
