import { useTranslation } from 'react-i18next'
import type { ReferralBranch } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Badge } from '@/shared/ui/Badge'
import { MemberLink } from '@/shared/ui/MemberLink'
import styles from './Branches.module.css'

interface ReferralBranchesProps {
  of: string
  under: ReadonlyMap<string, readonly ReferralBranch[]>
}

/** A tree that is drawn by lists within lists: it reads the same to eye and ear. The server lets no loop into it. */
export function ReferralBranches({ of, under }: ReferralBranchesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className={styles.branches}>
      {(under.get(of) ?? []).map(({ member, at, hasBought }) => (
        <li key={member} className={styles.branch}>
          <span className={styles.person}>
            <MemberLink id={member} />
            <Badge tone={hasBought ? 'good' : 'plain'}>{t(hasBought ? 'member.referral.hasBought' : 'member.referral.notBought')}</Badge>
            <span className={styles.when}>{t('member.referral.recorded', { on: format.date(Date.parse(at)) })}</span>
          </span>
          {under.has(member) && <ReferralBranches of={member} under={under} />}
        </li>
      ))}
    </ul>
  )
}
