import { useTranslation } from 'react-i18next'
import type { MemberRow, Stage } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { Until } from '@/shared/clock/Until'
import { flagHint, flagName } from '@/shared/flags'
import { Badge } from '@/shared/ui/Badge'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import styles from './Members.module.css'

interface MemberGridRowProps {
  id: string
  row: MemberRow
  index: number
  /** How far down it stands, in pixels. */
  start: number
  isActive: boolean
  measure: (element: HTMLElement | null) => void
}

export function MemberGridRow({ id, row, index, start, isActive, measure }: MemberGridRowProps) {
  const { t } = useTranslation()
  const { storeName } = useChain()
  const { profile } = row
  return (
    <div
      id={id}
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-active={isActive}
      className={[styles.row, styles.member].join(' ')}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="gridcell" className={styles.who}>
        <MemberLink id={row.id} name={profile?.name} />
        <span className={styles.beside}>{[profile?.name == null ? undefined : row.id, profile?.phone].filter(Boolean).join(' · ')}</span>
      </span>
      <span role="gridcell" className={styles.stage}>
        <StageChip stage={row.stage as Stage} />
        <span className={styles.beside}>
          <Until at={row.stageSince} />
        </span>
      </span>
      <span role="gridcell" className={styles.flags}>
        {row.flags.map((flag) => (
          <span key={flag} title={flagHint(t, flag)}>
            <Badge tone="warn">{flagName(t, flag)}</Badge>
          </span>
        ))}
      </span>
      <span role="gridcell" className={styles.store}>
        {row.store === null ? <span className={styles.beside}>{t('members.noStore')}</span> : storeName(row.store)}
      </span>
      <span role="gridcell" className={styles.nextDue} data-label={t('members.column.nextDue')}>
        {row.nextDueAt === null ? <span className={styles.beside}>{t('members.nothingDue')}</span> : <Until at={row.nextDueAt} />}
      </span>
    </div>
  )
}
