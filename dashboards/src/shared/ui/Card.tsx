import { useId, useState, type ReactNode } from 'react'
import { CardTools } from './CardTools'
import styles from './controls.module.css'

interface CardProps {
  title: ReactNode
  className?: string | undefined
  headerClassName?: string | undefined
  /** Stands at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a page, and a landmark of it. */
export function Card({ title, className, headerClassName, aside, children }: CardProps) {
  const id = useId()
  const [tools, setTools] = useState<HTMLElement | null>(null)
  return (
    <section aria-labelledby={id} className={[styles.card, className].filter(Boolean).join(' ')}>
      <header className={headerClassName ?? styles.cardHeader}>
        <h2 id={id}>{title}</h2>
        <div ref={setTools} className={styles.cardTools} />
        {aside}
      </header>
      <CardTools value={tools}>{children}</CardTools>
    </section>
  )
}
