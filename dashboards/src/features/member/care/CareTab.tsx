import type { Member } from '@/api/types'
import styles from '../Member.module.css'
import { CareTasksCard } from './CareTasksCard'
import { MessagesCard } from './MessagesCard'
import { RecallCard } from './RecallCard'

export function CareTab({ member }: { member: Member }) {
  return (
    <div className={styles.cards}>
      <CareTasksCard member={member} />
      <RecallCard member={member} />
      <MessagesCard member={member} />
    </div>
  )
}
