import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Stage } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { flagHint, flagName } from '@/shared/flags'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { StageChip } from '@/shared/ui/StageChip'
import type { Recording } from '../acts/useRecording'
import { Glow } from '../Glow'
import styles from '../Member.module.css'
import { useStageReason } from '../useStageReason'
import { HeadActions, type Open } from './HeadActions'
import { HeadDialogs } from './HeadDialogs'

/** Who she is and where she stands, in sight whatever else is read. */
export function MemberHead({ member, recording }: { member: Member; recording: Recording }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { store, storeName } = useChain()
  const at = useAt()
  const reason = useStageReason(member)
  const [open, setOpen] = useState<Open>()
  const { tier } = member
  const { profile } = member
  const name = profile?.name ?? member.id
  const home = member.store === null ? t('members.noStore') : storeName(member.store)

  return (
    <section className={styles.head} aria-label={t('member.standing')}>
      <span className={styles.portrait} aria-hidden="true" style={{ borderColor: `var(--stage-${member.stage})` }}>
        {Array.from(name)[0]}
      </span>
      <div className={styles.whoever}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.soft}>
          {[member.id, home, profile?.phone, tier.title && givenName(t, tier.title)].filter((each) => each != null && each !== name).join(' · ')}
          {profile?.masked === true && ` · ${t('member.masked')}`}
        </p>
        <p className={styles.standing}>
          <Glow of={member.stage}>
            <strong>
              <StageChip stage={member.stage as Stage} />
            </strong>
          </Glow>
          <span className={styles.soft}>
            {t('member.stageSince', { day: format.date(Date.parse(member.stageSince)) })} · {reason}
          </span>
          {member.flags.map((flag) => (
            <span key={flag} title={flagHint(t, flag)}>
              <Badge tone="warn">{flagName(t, flag)}</Badge>
            </span>
          ))}
        </p>
      </div>
      <HeadActions onOpen={setOpen} isPast={at !== undefined} isErased={member.erased === true} member={member.id} />
      <HeadDialogs open={open} onClose={() => setOpen(undefined)} member={member} recording={recording} place={store === undefined ? (member.store === null ? undefined : home) : storeName(store)} />
    </section>
  )
}
