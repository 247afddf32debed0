import type { Member } from '@/api/types'
import type { Recording } from '../acts/useRecording'
import styles from '../Member.module.css'
import { ConsentsCard } from './ConsentsCard'
import { DueCard } from './DueCard'
import { FirstMonthCard } from './FirstMonthCard'
import { GlanceCard } from './GlanceCard'
import { ProfileCard } from './ProfileCard'
import { StreakCard } from './StreakCard'

/** What one wants to know before one calls her. */
export function OverviewTab({ member, recording }: { member: Member; recording: Recording }) {
  return (
    <div className={styles.cards}>
      <GlanceCard member={member} />
      <DueCard member={member} />
      <ProfileCard member={member} recording={recording} />
      <ConsentsCard member={member} recording={recording} />
      <StreakCard member={member} />
      {member.tasks.length > 0 && <FirstMonthCard member={member} />}
    </div>
  )
}
