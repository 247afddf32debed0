import { useTranslation } from 'react-i18next'
import type { Member, Stage } from '@/api/types'
import { writeAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { StageChip } from '@/shared/ui/StageChip'
import { useStageReason } from '../useStageReason'
import { SheetFigures } from './SheetFigures'
import { SheetLists } from './SheetLists'
import styles from './Sheet.module.css'

/** Her on paper: one or two pages that one takes into the consulting room. */
export function MemberSheet({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain, storeName } = useChain()
  const reason = useStageReason(member)
  const { profile } = member
  return (
    <>
      <div className={[styles.tools, 'not-printed'].join(' ')}>
        <Button onClick={() => writeAddress({ tab: undefined })}>{t('member.sheet.back')}</Button>
        <Button look="primary" onClick={() => print()}>
          <Icon name="print" size={16} />
          {t('member.sheet.print')}
        </Button>
      </div>
      <article className={styles.sheet} aria-label={t('member.sheet.title', { id: member.id })}>
        <header className={styles.head}>
          <div>
            <h2 className={styles.name}>{profile?.name ?? member.id}</h2>
            <p>{[member.id, profile?.phone, profile?.birthday == null ? undefined : format.monthDay(profile.birthday)].filter((part) => part != null).join(' · ')}</p>
          </div>
          <p className={styles.where}>
            {chain.name}
            <br />
            {member.store === null ? t('members.noStore') : storeName(member.store)}
            <br />
            {t('member.sheet.asOf', { at: format.exact(Date.parse(member.asOf)) })}
          </p>
        </header>
        <p className={styles.stage}>
          <strong>
            <StageChip stage={member.stage as Stage} />
          </strong>{' '}
          {t('member.sheet.since', { on: format.date(Date.parse(member.stageSince)), why: reason })}
        </p>
        <SheetFigures member={member} />
        <SheetLists member={member} />
      </article>
    </>
  )
}
