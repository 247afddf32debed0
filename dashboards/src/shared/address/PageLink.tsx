import type { MouseEvent, ReactNode } from 'react'
import { addressOf, goTo, useWholeAddress, type Fields } from './useAddress'

interface PageLinkProps {
  /** The page, and what it is to show. */
  to: Fields
  className?: string | undefined
  'aria-current'?: 'page' | undefined
  'aria-label'?: string | undefined
  title?: string | undefined
  onClick?: (() => void) | undefined
  children: ReactNode
}

/** A link within the app: it opens in place, and beside it for who asks the browser for that. */
export function PageLink({ to, onClick, children, ...rest }: PageLinkProps) {
  useWholeAddress()
  const go = (event: MouseEvent) => {
    onClick?.()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(addressOf(to))
  }
  return (
    <a href={addressOf(to)} onClick={go} {...rest}>
      {children}
    </a>
  )
}
