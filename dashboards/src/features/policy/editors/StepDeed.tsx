import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon, type IconName } from '@/shared/ui/Icon'
import styles from './Playbooks.module.css'

interface StepDeedProps {
  icon: IconName
  /** What it is called: a message, a task. */
  title: string
  /** The step it belongs to, for the name of its button. */
  label: string
  /** Which one it is. */
  choice: ReactNode
  onRemove: (() => void) | undefined
  children: ReactNode
}

/** One thing that a step does: what it is, what it needs, and how to take it away. */
export function StepDeed({ icon, title, label, choice, onRemove, children }: StepDeedProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.deed}>
      <Icon name={icon} size={16} />
      <div className={styles.deedWords}>
        <span className={styles.deedTitle}>
          {title}
          {choice}
        </span>
        {children}
      </div>
      {onRemove && (
        <Button look="quiet" aria-label={t('policy.removeNamed', { name: `${label}: ${title}` })} onClick={onRemove}>
          <Icon name="cross" size={16} />
        </Button>
      )}
    </div>
  )
}
