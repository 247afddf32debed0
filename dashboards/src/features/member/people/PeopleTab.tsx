import type { Member } from '@/api/types'
import styles from '../Member.module.css'
import { FamilyCard } from './FamilyCard'
import { ReferralCard } from './ReferralCard'

export function PeopleTab({ member }: { member: Member }) {
  return (
    <div className={styles.cards}>
      <ReferralCard member={member} />
      <FamilyCard member={member} />
    </div>
  )
}
