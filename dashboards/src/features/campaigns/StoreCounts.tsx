import { useTranslation } from 'react-i18next'
import type { CampaignPreview } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Share } from '@/shared/ui/Share'
import styles from './Campaigns.module.css'

/** How many it would reach now, and at which stores they are at home. */
export function StoreCounts({ count, byStore }: Pick<CampaignPreview, 'count' | 'byStore'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  return (
    <div className={styles.reach}>
      <p>{t('campaigns.reachesNow', { count, number: format.number(count) })}</p>
      <ul className={styles.stores}>
        {byStore.map((each) => (
          <li key={each.store ?? ''}>
            <span>{each.store == null ? t('campaigns.noStore') : storeName(each.store)}</span>
            <Share of={count === 0 ? 0 : each.count / count} />
            <span className={styles.number}>{format.number(each.count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
