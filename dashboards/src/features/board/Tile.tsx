import { Figure } from '@/shared/ui/Figure'
import { Icon } from '@/shared/ui/Icon'
import styles from './TodayFigures.module.css'

export interface Comparison {
  /** In words, such as "+20%". */
  change: string
  usually: string
  direction: 'up' | 'down' | 'same'
  /** Whether that is to the clinic's liking. */
  tone: 'good' | 'bad' | 'plain'
}

interface TileProps {
  label: string
  value: string
  note?: string | undefined
  comparison?: Comparison | undefined
}

/** One figure of the day, against what it usually is by now. */
export function Tile({ label, value, note, comparison }: TileProps) {
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <Figure>{value}</Figure>
      </dd>
      {comparison && (
        <dd className={styles.usual}>
          {comparison.change !== '' && (
            <span className={styles.change} data-tone={comparison.tone}>
              {comparison.direction !== 'same' && <Icon name={comparison.direction} size={13} />}
              {comparison.change}
            </span>
          )}{' '}
          {comparison.usually}
        </dd>
      )}
      {note !== undefined && <dd className={styles.note}>{note}</dd>}
    </div>
  )
}
