import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useChain } from '@/shared/chain/ChainContext'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Insight } from '../Insight'
import { useInsight } from '../useInsight'
import { RfmGroups } from './RfmGroups'
import { RfmTable } from './RfmTable'

/** Who came lately, often, and paid much: the chain's members on a grid, and in the eight groups made of it. */
export default function RfmSection() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const query = useInsight({
    key: ['rfm', chain.id],
    ask: (at) => answer(api.GET('/v1/chains/{chain}/rfm', { params: { path: { chain: chain.id }, query: given({ at }) } })),
    // Worked out once a night: what happens by day does not change it.
    concerns: () => false,
  })
  const place = store === undefined ? undefined : <p>{t('insights.wholeChain')}</p>

  return (
    <>
      <Insight title={t('insights.rfm.groups')} meaning={t('insights.rfm.groupsMeaning')} method={t('insights.rfm.groupsMethod')} asOf={query.data?.asOf}>
        {place}
        <Loaded query={query} height={280}>
          {(grid) => (grid.members === 0 ? <Empty>{t('insights.rfm.nobody')}</Empty> : <RfmGroups grid={grid} />)}
        </Loaded>
      </Insight>
      <Insight title={t('insights.rfm.grid')} meaning={t('insights.rfm.gridMeaning')} method={t('insights.rfm.gridMethod')} asOf={query.data?.asOf}>
        {place}
        <Loaded query={query} height={360}>
          {(grid) => (grid.members === 0 ? <Empty>{t('insights.rfm.nobody')}</Empty> : <RfmTable grid={grid} />)}
        </Loaded>
      </Insight>
    </>
  )
}
