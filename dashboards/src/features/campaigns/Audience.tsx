import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import styles from './Campaigns.module.css'
import { useSegmentWords } from './useSegmentWords'

/** Whom a campaign is for, a condition in a line. */
export function Audience({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const words = useSegmentWords()(segment)
  if (words.length === 0) return t('campaigns.segment.everybody')
  return (
    <ul className={styles.conditions}>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
