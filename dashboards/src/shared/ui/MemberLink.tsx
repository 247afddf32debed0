import { PageLink } from '../address/PageLink'
import styles from './MemberLink.module.css'

interface MemberLinkProps {
  id: string
  /** Her name, where the reader may see it. */
  name?: string | null | undefined
  className?: string | undefined
}

/** The way to a member's own page. */
export function MemberLink({ id, name, className }: MemberLinkProps) {
  return (
    <PageLink to={{ page: 'member', member: id }} className={[styles.link, className].filter(Boolean).join(' ')}>
      {name ?? id}
    </PageLink>
  )
}
