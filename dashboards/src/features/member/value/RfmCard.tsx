import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useFormat } from '@/shared/format/useFormat'
import { rfmGroupHint, rfmGroupName } from '@/shared/rfmGroups'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { Share } from '@/shared/ui/Share'
import styles from '../Member.module.css'

/** Her three scores of five, and the group they put her in. */
export function RfmCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { scores, group, recencyDays, frequency, monetary } = member.rfm
  const rows = [
    ['r', recencyDays === null ? '–' : t('members.days', { count: recencyDays, formatted: format.number(recencyDays) })],
    ['f', t('member.rfm.times', { count: frequency, formatted: format.number(frequency) })],
    ['m', format.money(monetary)],
  ] as const
  return (
    <Card title={t('member.rfm.title')} aside={group !== null && <Badge tone="accent">{rfmGroupName(t, group)}</Badge>}>
      {group !== null && <p className={styles.soft}>{rfmGroupHint(t, group)}</p>}
      <ul className={styles.list}>
        {rows.map(([letter, value]) => (
          <li key={letter} className={styles.score}>
            <span>{t(`member.rfm.${letter}`)}</span>
            <strong>{value}</strong>
            {scores && <Share of={scores[letter] / 5} />}
            {scores && <span className={styles.soft}>{t('member.rfm.of5', { score: scores[letter] })}</span>}
          </li>
        ))}
      </ul>
      {scores ? (
        <PageLink to={{ page: 'members', r: String(scores.r), f: String(scores.f), m: String(scores.m) }} className={styles.link}>
          {t('member.rfm.alike')}
        </PageLink>
      ) : (
        <p className={styles.soft}>{t('member.rfm.none')}</p>
      )}
    </Card>
  )
}
