import type { ReactNode } from 'react'
import styles from './SegmentForm.module.css'

/** A part of a long form that opens when it is wanted. */
export function FormPart({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className={styles.part} open={isOpen}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
