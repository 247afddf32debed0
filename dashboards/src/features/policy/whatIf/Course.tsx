import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { Chart } from '@/shared/chart/Chart'
import { useFormat } from '@/shared/format/useFormat'
import { courseOption } from './courseOption'
import { useFigureName } from './useFigureName'

export function Course({ report, figure }: { report: SimulationReport; figure: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFigureName()
  const baseline = t(report.baseline === 'actual' ? 'policy.whatIf.baseline.actual' : 'policy.whatIf.baseline.present')
  const draft = t('policy.whatIf.draft')
  const option = useMemo(() => courseOption(report, figure, { baseline, draft }, format), [report, figure, baseline, draft, format])
  return <Chart label={t('policy.whatIf.chart', { figure: nameOf(figure), from: format.calendarDay(report.from), to: format.calendarDay(report.to) })} height={240} option={option} />
}
