import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { Until } from '@/shared/clock/Until'
import { useFormat } from '@/shared/format/useFormat'
import { playbookName } from '@/shared/recallWords'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { Share } from '@/shared/ui/Share'
import styles from '../Member.module.css'

/** The playbooks she is in: how far, what comes next, whether she is left alone. */
export function RecallCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const now = at === undefined ? undefined : Date.parse(at)
  return (
    <Card title={t('member.recall.title')}>
      {member.recall.length === 0 && <p className={styles.soft}>{t('member.recall.none')}</p>}
      <ul className={styles.list}>
        {member.recall.map((run) => (
          <li key={run.run} className={styles.block}>
            <span className={styles.line}>
              <strong className={styles.grow}>{playbookName(t, run.playbook)}</strong>
              {run.heldOut && <Badge>{t('member.recall.heldOut')}</Badge>}
              {run.pausedUntil !== null && <Badge tone="warn">{t('member.recall.paused', { until: format.date(Date.parse(run.pausedUntil)) })}</Badge>}
              {run.openTask !== null && <Badge tone="accent">{t('member.recall.task')}</Badge>}
            </span>
            <Share of={run.steps === 0 ? 0 : run.step / run.steps} />
            <span className={styles.softLine}>
              {t('member.recall.step', { step: format.number(run.step), of: format.number(run.steps) })} · {t('member.recall.since', { on: format.date(Date.parse(run.since)) })}
            </span>
            <span className={styles.softLine}>
              {run.nextStepAt === null ? (
                t('member.recall.noMore')
              ) : (
                <>
                  {t('member.recall.next')} <Until at={run.nextStepAt} now={now} /> ({format.date(Date.parse(run.nextStepAt))})
                </>
              )}
              {run.endsAt !== null && ` · ${t('member.recall.ends', { on: format.date(Date.parse(run.endsAt)) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
