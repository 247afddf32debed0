import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Stat, Stats } from '@/shared/ui/Stat'
import { DayByDay } from './DayByDay'
import { Differing } from './Differing'
import { Totals } from './Totals'
import styles from './WhatIf.module.css'

/** What would have come out: who would stand elsewhere, the figures that differ, and day by day. */
export function Report({ report }: { report: SimulationReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { differing } = report
  const share = (count: number) => (report.members === 0 ? undefined : t('policy.whatIf.ofAll', { share: format.percent(count / report.members) }))
  return (
    <div className={styles.report}>
      <p className={styles.hint}>
        {t('policy.whatIf.span', { from: format.calendarDay(report.from), to: format.calendarDay(report.to), events: format.number(report.events), members: format.number(report.members) })}
      </p>
      <Stats>
        <Stat label={t('policy.whatIf.differing')} value={format.number(differing.members)} hint={share(differing.members)} />
        <Stat label={t('policy.whatIf.otherStage')} value={format.number(differing.stage)} hint={share(differing.stage)} />
        <Stat label={t('policy.whatIf.otherTier')} value={format.number(differing.tier)} hint={share(differing.tier)} />
        <Stat label={t('policy.whatIf.otherPoints')} value={format.number(differing.points)} hint={share(differing.points)} />
        <Stat label={t('policy.whatIf.refused')} value={format.number(report.refused)} hint={t('policy.whatIf.refusedHint')} />
        <Stat label={t('policy.whatIf.idle')} value={format.number(report.noLongerApply)} hint={t('policy.whatIf.idleHint')} />
      </Stats>
      <DayByDay report={report} />
      <Differing report={report} />
      <Totals report={report} />
      <p className={styles.hint}>{t('policy.whatIf.cannot')}</p>
    </div>
  )
}
