import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { Liability } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { dayOf } from '@/shared/period/period'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { Loaded } from '@/shared/ui/Loaded'
import { Stat, Stats } from '@/shared/ui/Stat'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { ThresholdGauge } from './ThresholdGauge'

/** What members have paid for and not had yet. */
export default function PrepaidSection() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const query = useInsight({
    key: ['liability', chain.id, store],
    ask: (at) =>
      answer(
        api.GET('/v1/chains/{chain}/liability', {
          params: { path: { chain: chain.id }, query: given({ store, at: at === undefined ? undefined : dayOf(Date.parse(at)) }) },
        }),
      ),
    concerns: ({ type }) => type.startsWith('card_'),
  })
  return (
    <Insight
      title={t('insights.prepaid.title')}
      meaning={t('insights.prepaid.meaning')}
      method={t('insights.prepaid.method')}
      asOf={query.data?.at == null ? query.data?.asOf : undefined}
      aside={query.data && <Download liability={query.data} />}
    >
      <Loaded query={query} height={260}>
        {(liability) => <Owed liability={liability} isOfOneStore={store !== undefined} />}
      </Loaded>
    </Insight>
  )
}

function Owed({ liability, isOfOneStore }: { liability: Liability; isOfOneStore: boolean }) {
  const { t } = useTranslation()
  const { money, calendarDay } = useFormat()
  return (
    <>
      {liability.at !== null && <p>{t('insights.prepaid.endOf', { day: calendarDay(liability.at) })}</p>}
      <ThresholdGauge liability={liability} isOfOneStore={isOfOneStore} />
      <Stats>
        <Stat label={t('insights.prepaid.prepaid')} value={money(liability.prepaid)} tone={liability.isOverThreshold ? 'bad' : 'plain'} hint={t('insights.prepaid.prepaidHint')} />
        <Stat label={t('insights.prepaid.paid')} value={money(liability.paid)} hint={t('insights.prepaid.paidHint')} />
        <Stat label={t('insights.prepaid.usesWorth')} value={money(liability.usesWorth)} hint={t('insights.prepaid.usesWorthHint')} />
        <Stat label={t('insights.prepaid.bonus')} value={money(liability.bonus)} hint={t('insights.prepaid.bonusHint')} />
        <Stat label={t('insights.prepaid.owed')} value={money(liability.owed)} hint={t('insights.prepaid.owedHint')} />
      </Stats>
    </>
  )
}

function Download({ liability }: { liability: Liability }) {
  const { t } = useTranslation()
  const parts = ['prepaid', 'paid', 'usesWorth', 'bonus', 'owed', 'threshold'] as const
  return (
    <DownloadButton
      name={t('insights.prepaid.title')}
      table={() => ({
        header: [t('insights.prepaid.what'), liability.currency],
        rows: parts.map((part) => [t(`insights.prepaid.${part}`), liability[part]]),
      })}
    />
  )
}
