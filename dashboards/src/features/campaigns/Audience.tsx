import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { conditionsOf } from '@/shared/segments/conditions'
import styles from './Campaigns.module.css'

/** Whom a campaign is for, a condition in a line. */
export function Audience({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const words = conditionsOf(segment, { t, format, storeName })
  if (words.length === 0) return t('campaigns.segment.everybody')
  return (
    <ul className={styles.conditions}>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
