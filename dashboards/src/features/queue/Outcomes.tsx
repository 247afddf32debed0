import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import styles from './TaskActions.module.css'
import { outcomes, type Outcome } from './wishes'

interface OutcomesProps {
  onChoose: (outcome: Outcome) => void
  isKeyed: boolean
}

/** What can come of a task, one press each. */
export function Outcomes({ onChoose, isKeyed }: OutcomesProps) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t('queue.outcome')} className={styles.group}>
      <p className={styles.label} aria-hidden="true">
        {t('queue.outcome')}
      </p>
      <div className={styles.outcomes}>
        {outcomes.map((outcome, index) => (
          <Button
            key={outcome}
            className={styles.outcome}
            data-good={outcome === 'booked'}
            aria-keyshortcuts={isKeyed ? String(index + 1) : undefined}
            onClick={() => onChoose(outcome)}
          >
            {isKeyed && (
              <kbd className={styles.key} aria-hidden="true">
                {index + 1}
              </kbd>
            )}
            {t(`outcome.${outcome}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
