import { useTranslation } from 'react-i18next'
import type { TaskSummary } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Icon } from '@/shared/ui/Icon'
import { Segmented } from '@/shared/ui/Segmented'
import styles from './QueueHead.module.css'
import { views, type View } from './tasks'

interface QueueHeadProps {
  view: View
  /** How many tasks each view has; undefined until they are known. */
  counts: Readonly<Record<View, number>> | undefined
  summary: TaskSummary | undefined
  search: string
  /** The past instant that is looked at, of which nobody knows who had what; undefined for the present. */
  at: string | undefined
  onView: (view: View) => void
  onSearch: (search: string) => void
}

const figures = ['overdue', 'dueWithinHour', 'snoozed'] as const
const pastViews: readonly View[] = ['all', 'escalated']

/** Which part of the queue is looked at, and how it stands. */
export function QueueHead({ view, counts, summary, search, at, onView, onSearch }: QueueHeadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.head}>
      {at !== undefined && <p className={styles.past}>{t('board.asOf', { at: format.exact(Date.parse(at)) })}</p>}
      <Segmented
        label={t('queue.show')}
        value={view}
        options={(at === undefined ? views : pastViews).map((id) => ({
          id,
          name: t(`queue.view.${id}`),
          count: counts && format.number(counts[id]),
        }))}
        onChoose={onView}
      />
      <label className={styles.search}>
        <span className="hidden-but-read">{t('queue.search')}</span>
        <Icon name="search" size={16} />
        <input
          type="search"
          className={styles.input}
          placeholder={t('queue.search')}
          value={search}
          onChange={({ target }) => onSearch(target.value)}
        />
      </label>
      {summary && (
        <dl className={styles.figures}>
          {figures.map((figure) => (
            <div key={figure} className={styles.figure} data-figure={figure} data-any={summary[figure] > 0}>
              <dt>{t(`queue.figure.${figure}`)}</dt>
              <dd>{format.number(summary[figure])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
