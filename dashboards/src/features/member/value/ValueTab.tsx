import type { Member } from '@/api/types'
import styles from '../Member.module.css'
import { ForecastCard } from './ForecastCard'
import { RfmCard } from './RfmCard'
import { WorthCard } from './WorthCard'

export function ValueTab({ member }: { member: Member }) {
  return (
    <div className={styles.cards}>
      <WorthCard member={member} />
      <RfmCard member={member} />
      <ForecastCard member={member} />
    </div>
  )
}
