import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { Until } from '@/shared/clock/Until'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Card } from '@/shared/ui/Card'
import { Icon, type IconName } from '@/shared/ui/Icon'
import { duesOf, type DueKind } from '../due'
import styles from '../Member.module.css'
import { useDueWords } from '../useDueWords'

const icons: Record<DueKind, IconName> = {
  care: 'bell',
  step: 'path',
  message: 'letter',
  runEnds: 'path',
  pointsExpire: 'coin',
  cardEnds: 'card',
  tierEnds: 'crown',
  memberTask: 'tick',
  standing: 'clock',
}

/** What time will bring, the next first, each with how long there is. */
export function DueCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const say = useDueWords()
  const dues = duesOf(member)
  return (
    <Card title={t('member.due.title')}>
      {dues.length === 0 && <p className={styles.soft}>{t('member.due.nothing')}</p>}
      <ol className={styles.list}>
        {dues.slice(0, 8).map((due, index) => (
          <li key={`${due.kind} ${due.about ?? ''} ${due.at}`} className={styles.line} data-first={index === 0}>
            <Icon name={icons[due.kind]} size={16} />
            <span className={styles.grow}>{say(due)}</span>
            <span className={styles.end} data-late={Date.parse(due.at) < Date.parse(member.asOf)}>
              <strong>
                <Until at={due.at} now={at === undefined ? undefined : Date.parse(at)} />
              </strong>
              <span className={styles.soft}>{format.date(Date.parse(due.at))}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
