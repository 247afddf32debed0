import type { ReactNode } from 'react'
import styles from './FieldLink.module.css'
import { addressWith, goTo, useWholeAddress, type Fields } from './useAddress'

interface FieldLinkProps {
  /** What changes of what the page shows; all else stays. */
  to: Fields
  className?: string | undefined
  children: ReactNode
}

/** A link to the same page showing something else: its filters and its period stay. */
export function FieldLink({ to, className, children }: FieldLinkProps) {
  useWholeAddress()
  const address = addressWith(to)
  return (
    <a
      href={address}
      className={className ?? styles.link}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        goTo(address)
      }}
    >
      {children}
    </a>
  )
}
