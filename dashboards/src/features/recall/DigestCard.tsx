import { useTranslation } from 'react-i18next'
import type { Digest } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Icon } from '@/shared/ui/Icon'
import styles from './Digests.module.css'
import { upAndDown } from './byDay'

/** A store's day on a card. */
export function DigestCard({ digest }: { digest: Digest }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const { up, down } = upAndDown(digest)
  const { tasks, messages } = digest
  const figures = [
    ['purchases', digest.purchases],
    ['visits', digest.visits],
    ['joined', digest.joined],
    ['checkins', digest.checkins],
  ] as const

  return (
    <article className={styles.card} aria-label={storeName(digest.store)}>
      <header className={styles.head}>
        <h3>{storeName(digest.store)}</h3>
        <p className={styles.revenue}>
          {format.money(digest.revenue)} <span>{t('recall.digest.revenue')}</span>
        </p>
      </header>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`recall.digest.${name}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.lines}>
        <li data-tone="good">
          <Icon name="up" size={14} />
          {t('recall.digest.up', { count: up, number: format.number(up) })}
        </li>
        <li data-tone={down > 0 ? 'bad' : undefined}>
          <Icon name="down" size={14} />
          {t('recall.digest.down', { count: down, number: format.number(down) })}
        </li>
        <li data-tone={tasks.overdue > 0 ? 'warn' : undefined}>
          <Icon name="bell" size={14} />
          {t('recall.digest.tasks', { done: format.number(tasks.done), open: format.number(tasks.open), overdue: format.number(tasks.overdue) })}
          {tasks.escalated > 0 && ` · ${t('recall.digest.escalated', { count: tasks.escalated, number: format.number(tasks.escalated) })}`}
        </li>
        <li data-tone={messages.failed > 0 ? 'bad' : undefined}>
          <Icon name="letter" size={14} />
          {t('recall.digest.messages', { sent: format.number(messages.sent), failed: format.number(messages.failed) })}
        </li>
      </ul>
    </article>
  )
}
