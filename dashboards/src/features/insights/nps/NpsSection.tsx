import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { NpsFigures } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { usePeriod } from '@/shared/period/usePeriod'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Stat, Stats } from '@/shared/ui/Stat'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import styles from './Nps.module.css'
import { NpsQuarters } from './NpsQuarters'
import { NpsScores } from './NpsScores'
import { NpsSplit } from './NpsSplit'

/** How willing members are to recommend the chain. */
export default function NpsSection() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const { days } = usePeriod('all')
  const query = useInsight({
    key: ['nps', chain.id, store, days],
    isReady: days !== undefined,
    ask: () => answer(api.GET('/v1/chains/{chain}/nps', { params: { path: { chain: chain.id }, query: given({ store, ...days }) } })),
    concerns: ({ type }) => type === 'survey',
  })
  return (
    <Insight title={t('insights.nps.title')} meaning={t('insights.nps.meaning')} method={t('insights.nps.method')}>
      <Loaded query={query} height={420}>
        {(figures) => (figures.answers === 0 ? <Empty>{t('insights.nps.nobody')}</Empty> : <Answered figures={figures} />)}
      </Loaded>
    </Insight>
  )
}

function Answered({ figures }: { figures: NpsFigures }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nps = figures.nps ?? 0
  const { from, to } = figures
  const until = to === null ? t('insights.nps.today') : format.calendarDay(to)
  const period = from === null ? t('insights.nps.until', { to: until }) : t('insights.nps.period', { from: format.calendarDay(from), to: until })
  return (
    <>
      <Stats>
        <Stat label="NPS" value={format.signed(Math.round(nps))} tone={nps < 0 ? 'bad' : 'good'} hint={t('insights.nps.range')} />
        <Stat label={t('insights.nps.answers')} value={format.number(figures.answers)} />
      </Stats>
      <NpsSplit figures={figures} />
      {figures.quarters.length > 0 && <NpsQuarters quarters={figures.quarters} />}
      <NpsScores byScore={figures.byScore} />
      <p className={styles.period}>{period}</p>
    </>
  )
}
