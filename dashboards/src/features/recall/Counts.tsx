import { useTranslation } from 'react-i18next'
import type { PlaybookFigures } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import styles from './Counts.module.css'

const counts = ['entered', 'left', 'sent', 'delivered', 'moved', 'cancelled', 'failed', 'tasks'] as const

/** What a playbook did on the days asked for. */
export function Counts({ figures }: { figures: Pick<PlaybookFigures, (typeof counts)[number]> }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className={styles.counts}>
      {counts.map((count) => (
        <div key={count} data-count={count} data-any={figures[count] > 0}>
          <dt title={t(`recall.countHint.${count}`)}>{t(`recall.count.${count}`)}</dt>
          <dd>{format.number(figures[count])}</dd>
        </div>
      ))}
    </dl>
  )
}
