import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useNow } from '@/shared/clock/ClockContext'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { dayOf } from '@/shared/period/period'
import { useAt } from '@/shared/time/useAt'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Stat, Stats } from '@/shared/ui/Stat'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { Trial } from './Trial'

/** A quarter back: far enough that what came since says something. */
const trialLength = 91 * 86_400_000
const minute = 60_000

/** What the forecast of visits is made from, and how one of the past did. */
export default function ForecastSection() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { chain } = useChain()
  const at = useAt()
  const now = useNow(minute)
  const path = { chain: chain.id }
  const latest = useInsight({
    key: ['forecast', chain.id],
    ask: (instant) => answer(api.GET('/v1/chains/{chain}/forecast', { params: { path, query: given({ at: instant }) } })),
    concerns: () => false,
  })
  const trialDay = at ?? (now === undefined ? undefined : dayOf(now - trialLength))
  const trial = useQuery({
    queryKey: ['insight', 'forecast-trial', chain.id, trialDay],
    queryFn: () => answer(api.GET('/v1/chains/{chain}/forecast', { params: { path, query: given({ at: trialDay }) } })),
    enabled: trialDay !== undefined,
  })
  const reasonOf = (why: string | null) => (why === 'no_fit' ? t('insights.forecast.noFit') : t('insights.forecast.tooLittle'))

  return (
    <>
      <Insight title={t('insights.forecast.title')} meaning={t('insights.forecast.meaning')} method={t('insights.forecast.method')} asOf={latest.data?.madeAt}>
        <Loaded query={latest} height={120}>
          {(forecast) =>
            forecast.available ? (
              <Stats>
                <Stat label={t('insights.forecast.members')} value={number(forecast.members)} hint={t('insights.forecast.membersHint')} />
                <Stat label={t('insights.forecast.repeaters')} value={number(forecast.repeaters)} hint={t('insights.forecast.repeatersHint')} />
                <Stat label={t('insights.forecast.leftOut')} value={number(forecast.leftOut)} hint={t('insights.forecast.leftOutHint')} />
              </Stats>
            ) : (
              <Empty>{reasonOf(forecast.why)}</Empty>
            )
          }
        </Loaded>
      </Insight>
      <Insight title={t('insights.forecast.trial')} meaning={t('insights.forecast.trialMeaning')} method={t('insights.forecast.trialMethod')}>
        <Loaded query={trial} height={140}>
          {(forecast) =>
            forecast.available && forecast.holdout ? (
              <Trial madeAt={forecast.calibrationEnd} holdout={forecast.holdout} />
            ) : (
              <Empty>{forecast.available ? t('insights.forecast.nothingSince') : reasonOf(forecast.why)}</Empty>
            )
          }
        </Loaded>
      </Insight>
    </>
  )
}
