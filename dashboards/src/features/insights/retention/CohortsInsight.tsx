import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { CohortTable } from './CohortTable'
import { averageAt, sinceBeginning } from './cohorts'

/** How those who joined in the same month went on coming. */
export function CohortsInsight() {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain, store } = useChain()
  const query = useInsight({
    key: ['cohorts', chain.id, store],
    ask: (at) =>
      answer(api.GET('/v1/chains/{chain}/cohorts', { params: { path: { chain: chain.id }, query: given({ store, at, months: '12' }) } })),
  })
  const next = query.data && averageAt(query.data.cohorts, 1)
  const third = query.data && averageAt(query.data.cohorts, 3)
  return (
    <Insight title={t('insights.cohorts.title')} meaning={t('insights.cohorts.meaning')} method={t('insights.cohorts.method')} asOf={query.data?.asOf}>
      {next !== undefined && (
        <p>
          {t('insights.cohorts.next', { share: format.percent(next) })}
          {third !== undefined && ` ${t('insights.cohorts.third', { share: format.percent(third) })}`}
        </p>
      )}
      <Loaded query={query} height={420}>
        {({ cohorts }) => {
          const known = sinceBeginning(cohorts)
          return known.length === 0 ? <Empty>{t('insights.cohorts.nobody')}</Empty> : <CohortTable cohorts={known} />
        }}
      </Loaded>
    </Insight>
  )
}
