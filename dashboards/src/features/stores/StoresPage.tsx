import { useTranslation } from 'react-i18next'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { PeriodPicker } from '@/shared/period/PeriodPicker'
import { usePeriod } from '@/shared/period/usePeriod'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { PageFrame } from '@/shared/ui/PageFrame'
import { Leaderboard } from './Leaderboard'
import { StoreTable } from './StoreTable'
import { StoreStages } from './StoreStages'
import { StoreTotals } from './StoreTotals'
import styles from './StoresPage.module.css'
import { useStoreFigures } from './useStoreFigures'

const usual = '30'
/** As far back as the server counts returns. */
const offered = ['7', '30', '90', '365'] as const

/** The chain's stores side by side, and what its people brought about. */
export default function StoresPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const seesFigures = useMay('see_figures')
  const { days } = usePeriod(usual)
  const figures = useStoreFigures(chain.id, days)

  return (
    <PageFrame title={t('stores.title')} intro={t('stores.intro')} tools={<PeriodPicker usual={usual} offered={offered} />} travels>
      <Loaded query={figures} height={420}>
        {({ items, asOf, from, to }) =>
          items.length === 0 ? (
            <Empty>{t('stores.none')}</Empty>
          ) : (
            <>
              {items.length > 1 && <StoreTotals stores={items} />}
              <Card title={t('stores.stages')}>
                <StoreStages stores={items} />
              </Card>
              <Card title={t('stores.sideBySide')}>
                <StoreTable stores={items} />
                <p className={styles.asOf}>{t('stores.asOf', { instant: format.exact(Date.parse(asOf)), from, to })}</p>
              </Card>
            </>
          )
        }
      </Loaded>
      {seesFigures && <Leaderboard days={days} />}
    </PageFrame>
  )
}
