import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad'

/** A word that tells how something stands. Its colour only helps: the word says it. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
