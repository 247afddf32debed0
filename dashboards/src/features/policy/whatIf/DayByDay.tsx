import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { Select } from '@/shared/ui/Select'
import { Course } from './Course'
import { coursesOf } from './figures'
import { useFigureName } from './useFigureName'
import styles from './WhatIf.module.css'

/** One figure day by day in both worlds; at first the stage that differs most. */
export function DayByDay({ report }: { report: SimulationReport }) {
  const { t } = useTranslation()
  const nameOf = useFigureName()
  const [chosen, setChosen] = useState<string>()
  const courses = coursesOf(report)
  const figure = courses.find((name) => name === chosen) ?? courses.find((name) => name.startsWith('stages.')) ?? courses[0]
  if (figure === undefined) return null
  return (
    <div className={styles.course}>
      <div className={styles.courseHead}>
        <h3>{t('policy.whatIf.dayByDay')}</h3>
        <Select label={t('policy.whatIf.figure')} value={figure} options={courses.map((id) => ({ id, name: nameOf(id) }))} onPick={setChosen} />
      </div>
      <Course report={report} figure={figure} />
    </div>
  )
}
