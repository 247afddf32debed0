import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import styles from './TaskActions.module.css'
import { delays, type Delay } from './wishes'

interface DelaysProps {
  onChoose: (delay: Delay) => void
}

/** For how long a task can be put off. */
export function Delays({ onChoose }: DelaysProps) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t('queue.snooze')} className={styles.line} data-part="delays">
      <span className={styles.label} aria-hidden="true">
        <Icon name="clock" size={15} /> {t('queue.snooze')}
      </span>
      {(Object.keys(delays) as Delay[]).map((delay) => (
        <Button key={delay} look="quiet" className={styles.small} onClick={() => onChoose(delay)}>
          {t(`queue.delay.${delay}`)}
        </Button>
      ))}
    </div>
  )
}
