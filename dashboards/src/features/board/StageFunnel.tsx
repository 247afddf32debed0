import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board, Stage } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { fallen, growth, stages } from '@/shared/stages'
import { Boundary } from '@/shared/ui/Boundary'
import { Card } from '@/shared/ui/Card'
import styles from './StageFunnel.module.css'
import { StageRow } from './StageRow'
import { trafficOf } from './movements'

// The charts library weighs more than the rest of the app; the figures do not wait for it.
const FunnelChart = lazy(() => import('./FunnelChart'))

const columns = 6

export function StageFunnel({ board }: { board: Board }) {
  const { t } = useTranslation()
  const format = useFormat()
  const counts = board.stages
  const total = stages.reduce((sum, stage) => sum + counts[stage], 0)
  const largest = Math.max(1, ...stages.map((stage) => counts[stage]))

  const rows = (group: readonly Stage[], isJoined: boolean) =>
    group.map((stage, index) => (
      <StageRow
        key={stage}
        stage={stage}
        count={counts[stage]}
        total={total}
        traffic={trafficOf(board.movements, stage)}
        chart={
          index === 0 && (
            <td rowSpan={group.length} className={styles.chart} aria-hidden="true">
              <Boundary fallback={<span className={styles.failed}>{t('board.chartFailed')}</span>}>
                <Suspense>
                  <FunnelChart stages={group} counts={counts} largest={largest} isJoined={isJoined} />
                </Suspense>
              </Boundary>
            </td>
          )
        }
      />
    ))

  return (
    <Card
      title={t('board.stages')}
      aside={<span className={styles.total}>{t('board.members', { count: total, formatted: format.number(total) })}</span>}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('board.stage')}</th>
            <td />
            <th scope="col">{t('board.count')}</th>
            <th scope="col" className={styles.share}>
              {t('board.share')}
            </th>
            <th scope="col">{t('board.in')}</th>
            <th scope="col">{t('board.out')}</th>
          </tr>
        </thead>
        <tbody>{rows(growth, true)}</tbody>
        <tbody className={styles.winBack}>
          <tr>
            <th scope="rowgroup" colSpan={columns}>
              {t('board.winBack')}
            </th>
          </tr>
          {rows(fallen, false)}
        </tbody>
      </table>
    </Card>
  )
}
