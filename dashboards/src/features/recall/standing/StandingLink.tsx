import type { ReactNode } from 'react'
import { FieldLink } from '@/shared/address/FieldLink'
import { useMay } from '@/shared/chain/ChainContext'
import type { StandingPlace } from './place'
import styles from './Standing.module.css'

interface StandingLinkProps {
  playbook: string
  place: StandingPlace
  members: number
  children: ReactNode
}

/** A count of members as the way to who they are; a plain figure where there is nobody, or the reader may not see members. */
export function StandingLink({ playbook, place, members, children }: StandingLinkProps) {
  const maySee = useMay('see_members')
  if (members === 0 || !maySee) return children
  return (
    <FieldLink to={{ playbook, step: String(place) }} className={styles.link}>
      {children}
    </FieldLink>
  )
}
