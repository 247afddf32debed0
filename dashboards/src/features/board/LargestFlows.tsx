import { useTranslation } from 'react-i18next'
import type { Movement } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { direction } from '@/shared/stages'
import { Card } from '@/shared/ui/Card'
import { Figure } from '@/shared/ui/Figure'
import { Icon } from '@/shared/ui/Icon'
import { StageChip } from '@/shared/ui/StageChip'
import styles from './LargestFlows.module.css'
import { largestFlows } from './movements'

const shown = 6

export function LargestFlows({ movements }: { movements: readonly Movement[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const flows = largestFlows(movements, shown)
  const most = flows[0]?.count ?? 1

  return (
    <Card title={t('board.flows')}>
      {flows.length === 0 && <p className={styles.none}>{t('board.noFlows')}</p>}
      <ol className={styles.flows}>
        {flows.map(({ from, to, count }) => (
          <li key={`${from ?? ''}→${to}`} className={styles.flow} data-direction={direction(from, to)}>
            <span className={styles.way}>
              {from ? <StageChip stage={from} /> : <span className={styles.arrived}>{t('board.arrived')}</span>}
              <Icon name="arrow" size={14} />
              <StageChip stage={to} />
            </span>
            <span className={styles.count}>
              <Figure>{format.number(count)}</Figure>
            </span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
