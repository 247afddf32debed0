import type { ReactNode } from 'react'
import type { Stage } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Figure } from '@/shared/ui/Figure'
import type { Traffic } from './movements'
import { StageLink } from './StageLink'
import styles from './StageFunnel.module.css'

interface StageRowProps {
  stage: Stage
  count: number
  total: number
  traffic: Traffic
  chart: ReactNode
}

export function StageRow({ stage, count, total, traffic, chart }: StageRowProps) {
  const format = useFormat()
  return (
    <tr className={styles.row}>
      <th scope="row">
        <StageLink stage={stage} />
      </th>
      {chart}
      <td className={styles.count}>
        <Figure>{format.number(count)}</Figure>
      </td>
      <td className={styles.share}>{format.percent(total === 0 ? 0 : count / total)}</td>
      <td className={styles.moved} data-some={traffic.in > 0}>
        <Figure>{format.signed(traffic.in)}</Figure>
      </td>
      <td className={styles.moved} data-some={traffic.out > 0}>
        <Figure>{format.signed(-traffic.out)}</Figure>
      </td>
    </tr>
  )
}
