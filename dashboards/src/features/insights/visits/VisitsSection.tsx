import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { VisitHours } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { usePeriod } from '@/shared/period/usePeriod'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { WeekTable } from './WeekTable'
import { busiest, busiestWeekday } from './week'

/** When in the week members come. */
export default function VisitsSection() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const { days } = usePeriod('90')
  const query = useInsight({
    key: ['visit-hours', chain.id, store, days],
    isReady: days !== undefined,
    ask: (at) =>
      answer(
        api.GET('/v1/chains/{chain}/visit-hours', {
          // A day counts whole: of the day that is looked at only what had come by then.
          params: { path: { chain: chain.id }, query: given({ store, ...days, ...(days?.to !== undefined && at?.startsWith(days.to) ? { to: at } : {}) }) },
        }),
      ),
  })
  return (
    <Insight title={t('insights.visits.title')} meaning={t('insights.visits.meaning')} method={t('insights.visits.method')} asOf={query.data?.asOf}>
      <Loaded query={query} height={360}>
        {(week) =>
          week.total === 0 ? (
            <Empty>{t('insights.visits.nobody')}</Empty>
          ) : (
            <>
              <InWords week={week} />
              <WeekTable cells={week.cells} />
              <Zone timeZone={week.timeZone} isOfOneStore={store !== undefined} />
            </>
          )
        }
      </Loaded>
    </Insight>
  )
}

function InWords({ week }: { week: VisitHours }) {
  const { t } = useTranslation()
  const format = useFormat()
  const hour = busiest(week.cells)
  const day = busiestWeekday(week.cells)
  if (!hour || !day) return null
  return (
    <p>
      {t('insights.visits.busiest', {
        weekday: format.weekday(hour.weekday),
        from: hour.hour,
        to: hour.hour + 1,
        visits: format.number(hour.visits),
        share: format.finePercent(hour.visits / week.total),
      })}{' '}
      {t('insights.visits.busiestDay', {
        weekday: format.weekday(day.weekday),
        visits: format.number(day.visits),
        share: format.percent(day.visits / week.total),
      })}
    </p>
  )
}

function Zone({ timeZone, isOfOneStore }: { timeZone: string; isOfOneStore: boolean }) {
  const { t } = useTranslation()
  return <p>{isOfOneStore ? t('insights.visits.zone', { timeZone }) : t('insights.visits.zones')}</p>
}
