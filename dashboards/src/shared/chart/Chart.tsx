import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Boundary } from '../ui/Boundary'
import styles from './Chart.module.css'
import type { DrawnChartProps } from './DrawnChart'

// The charts library weighs more than the rest of the app; the figures do not wait for it.
const DrawnChart = lazy(() => import('./DrawnChart'))

/** A picture of figures that stand beside it, or under it, as text as well: what it is called says what it shows. */
export function Chart(props: DrawnChartProps) {
  const { t } = useTranslation()
  return (
    <Boundary fallback={<p className={styles.failed}>{t('board.chartFailed')}</p>}>
      <Suspense fallback={<div style={{ blockSize: props.height }} />}>
        <DrawnChart {...props} />
      </Suspense>
    </Boundary>
  )
}
