import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { Rates } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Loaded } from '@/shared/ui/Loaded'
import { Stat, Stats } from '@/shared/ui/Stat'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { RateMonths } from './RateMonths'

/** Repurchase, second visit and churn: where they stand, and how they went over twelve months. */
export function RateFigures() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const query = useInsight({
    key: ['rates', chain.id, store],
    ask: (at) => answer(api.GET('/v1/chains/{chain}/rates', { params: { path: { chain: chain.id }, query: given({ store, at }) } })),
  })
  return (
    <Insight title={t('insights.rates.title')} meaning={t('insights.rates.meaning')} method={t('insights.rates.method')} asOf={query.data?.asOf}>
      <Loaded query={query} height={420}>
        {(rates) => (
          <>
            <Now rates={rates} />
            <RateMonths months={rates.months} />
          </>
        )}
      </Loaded>
    </Insight>
  )
}

function Now({ rates: { repurchase, secondVisit, churn } }: { rates: Rates }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rate = (value: number | null) => (value === null ? '–' : format.finePercent(value))
  const n = format.number
  return (
    <Stats>
      <Stat
        label={t('insights.rates.repurchase')}
        value={rate(repurchase.rate)}
        hint={t('insights.rates.repurchaseHint', { again: n(repurchase.again), buyers: n(repurchase.buyers) })}
      />
      <Stat
        label={t('insights.rates.secondVisit')}
        value={rate(secondVisit.rate)}
        hint={t('insights.rates.secondVisitHint', { again: n(secondVisit.again), came: n(secondVisit.came), days: n(secondVisit.windowDays) })}
      />
      <Stat
        label={t('insights.rates.churn')}
        value={rate(churn.rate)}
        hint={t('insights.rates.churnHint', { lost: n(churn.lost), start: n(churn.start), days: n(churn.days) })}
      />
    </Stats>
  )
}
