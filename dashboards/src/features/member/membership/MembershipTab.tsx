import type { Member } from '@/api/types'
import styles from '../Member.module.css'
import { CardsCard } from './CardsCard'
import { PointsCard } from './PointsCard'
import { TierCard } from './TierCard'

export function MembershipTab({ member }: { member: Member }) {
  return (
    <div className={styles.cards}>
      <CardsCard member={member} />
      <TierCard member={member} />
      <PointsCard member={member} />
    </div>
  )
}
