import type { ReactNode } from 'react'
import { Mark } from './Mark'
import styles from './Notice.module.css'

interface NoticeProps {
  title: string
  role?: 'alert' | 'status'
  children: ReactNode
}

/** Fills the page when there is nothing else to show on it, and says why. */
export function Notice({ title, role, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={role}>
      <Mark size={44} />
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  )
}
