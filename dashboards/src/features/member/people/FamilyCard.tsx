import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { MemberLink } from '@/shared/ui/MemberLink'
import styles from '../Member.module.css'

/** Whose family she belongs to, or who belongs to hers. */
export function FamilyCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const { head, relatives } = member.family
  return (
    <Card title={t('member.family.title')}>
      {head === null && relatives.length === 0 && <p className={styles.soft}>{t('member.family.none')}</p>}
      {head !== null && (
        <p>
          {t('member.family.of')} <MemberLink id={head} />
        </p>
      )}
      <ul className={styles.list}>
        {relatives.map(({ id, hasAgreed }) => (
          <li key={id} className={styles.line}>
            <span className={styles.grow}>
              <MemberLink id={id} />
            </span>
            {!hasAgreed && <Badge tone="warn">{t('member.family.asked')}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
