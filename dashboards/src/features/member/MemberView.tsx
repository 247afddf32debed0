import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Segmented } from '@/shared/ui/Segmented'
import { useRecording } from './acts/useRecording'
import { CareTab } from './care/CareTab'
import { MemberHead } from './head/MemberHead'
import styles from './Member.module.css'
import { MembershipTab } from './membership/MembershipTab'
import { OverviewTab } from './overview/OverviewTab'
import { PeopleTab } from './people/PeopleTab'
import { Timeline } from './timeline/Timeline'
import { useWide } from './useWide'
import { ValueTab } from './value/ValueTab'

const tabs = ['overview', 'timeline', 'value', 'membership', 'care', 'people'] as const

/** All about her: what happened beside the rest where there is room, else behind a tab of its own. */
export function MemberView({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const isWide = useWide()
  const wanted = useAddress('tab')
  const offered = tabs.filter((tab) => !(isWide && tab === 'timeline'))
  const tab = offered.find((each) => each === wanted) ?? 'overview'
  const recording = useRecording(member.id)
  const timeline = <Timeline member={member.id} pending={recording.pending} />

  return (
    <div className={styles.page}>
      {at !== undefined && <p className={styles.past}>{t('member.past', { at: format.exact(Date.parse(at)) })}</p>}
      {member.erased && <p className={styles.past}>{t('member.erased')}</p>}
      <MemberHead member={member} recording={recording} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Segmented
            label={t('member.tabs')}
            value={tab}
            options={offered.map((id) => ({ id, name: t(`member.tab.${id}`) }))}
            onChoose={(id) => writeAddress({ tab: id === 'overview' ? undefined : id }, 'replace')}
          />
          {tab === 'overview' && <OverviewTab member={member} recording={recording} />}
          {tab === 'value' && <ValueTab member={member} />}
          {tab === 'membership' && <MembershipTab member={member} />}
          {tab === 'care' && <CareTab member={member} />}
          {tab === 'people' && <PeopleTab member={member} />}
          {tab === 'timeline' && timeline}
        </div>
        {isWide && <div className={styles.side}>{timeline}</div>}
      </div>
    </div>
  )
}
