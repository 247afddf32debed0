import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import styles from './Queue.module.css'
import { TaskRow } from './TaskRow'
import { shown, views, type View } from './tasks'
import { most, useQueue, type QueueOf } from './useQueue'

interface QueueProps extends QueueOf {
  /** Who is signed in, by the id that tasks know her by. */
  me: string
  storeName: (id: string) => string
}

const figures = ['open', 'claimed', 'overdue', 'dueWithinHour', 'escalated', 'mine'] as const

export function Queue({ chain, store, me, storeName }: QueueProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = useId()
  const [view, setView] = useState<View>('all')
  const { list, summary, take, refresh } = useQueue({ chain, store })
  const tasks = shown(list.data?.items ?? [], view, me)

  return (
    <Card title={t('queue.title')} className={styles.queue} headerClassName={styles.header}>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div key={figure} className={styles.figure} data-figure={figure} data-any={(summary.data?.[figure] ?? 0) > 0}>
            <dt>{t(`queue.figure.${figure}`)}</dt>
            <dd>{summary.data ? format.number(summary.data[figure]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <fieldset className={styles.views}>
        <legend className="hidden-but-read">{t('feed.filter')}</legend>
        {views.map((each) => (
          <label key={each} className={styles.view}>
            <input
              type="radio"
              className="hidden-but-read"
              name={name}
              checked={each === view}
              onChange={() => setView(each)}
            />
            {t(`queue.view.${each}`)}
          </label>
        ))}
      </fieldset>
      {list.isPending && (
        <p className={styles.state} role="status">
          {t('queue.loading')}
        </p>
      )}
      {list.isError && (
        <div className={styles.state} role="alert">
          <p>{t('queue.failed')}</p>
          <Button onClick={() => void list.refetch()}>{t('failure.retry')}</Button>
        </div>
      )}
      {list.isSuccess && tasks.length === 0 && (
        <p className={styles.state}>{view === 'all' ? t('queue.empty') : t('queue.emptyView')}</p>
      )}
      <ol className={styles.list} aria-label={t('queue.title')}>
        {tasks.map((task) => (
          <TaskRow key={task.id} chain={chain} task={task} me={me} storeName={storeName} onDone={take} onRefused={refresh} />
        ))}
      </ol>
      {list.data?.next != null && <p className={styles.state}>{t('queue.more', { most: format.number(most) })}</p>}
    </Card>
  )
}
