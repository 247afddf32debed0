import { useState, type ReactNode } from 'react'
import styles from './Member.module.css'

/** What glows for a moment when it changes; not when it is first shown. */
export function Glow({ of, children }: { of: string | number; children: ReactNode }) {
  const [first] = useState(of)
  return (
    <span key={of} className={of === first ? styles.still : styles.glow}>
      {children}
    </span>
  )
}
