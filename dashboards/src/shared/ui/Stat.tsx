import type { ReactNode } from 'react'
import { Figure } from './Figure'
import styles from './Stat.module.css'

interface StatProps {
  label: string
  /** The figure, as the reader's language writes it. */
  value: string
  /** What it is measured against, or how it came about. */
  hint?: ReactNode
  tone?: 'plain' | 'good' | 'warn' | 'bad'
}

/** Several figures side by side, in a list of names and values. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className={styles.stats}>{children}</dl>
}

export function Stat({ label, value, hint, tone = 'plain' }: StatProps) {
  return (
    <div className={styles.stat} data-tone={tone}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <Figure>{value}</Figure>
      </dd>
      {hint !== undefined && <dd className={styles.hint}>{hint}</dd>}
    </div>
  )
}
