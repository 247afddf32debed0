import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import styles from './Insight.module.css'

interface InsightProps {
  title: string
  /** What the figures mean, in one plain sentence. */
  meaning: string
  /** How they are worked out, for who wants to know. */
  method?: string
  aside?: ReactNode
  /** The instant that they are of. */
  asOf?: string | null | undefined
  children: ReactNode
}

/** A figure and what one has to know to read it: never a number that stands alone. */
export function Insight({ title, meaning, method, aside, asOf, children }: InsightProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={title} aside={aside} headerClassName={styles.head}>
      <p className={styles.meaning}>{meaning}</p>
      {method !== undefined && (
        <details className={styles.method}>
          <summary>{t('insights.method')}</summary>
          <p>{method}</p>
        </details>
      )}
      <div className={styles.content}>{children}</div>
      {asOf != null && <p className={styles.asOf}>{t('insights.asOf', { instant: format.exact(Date.parse(asOf)) })}</p>}
    </Card>
  )
}
