import { useTranslation } from 'react-i18next'
import type { Simulation } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import styles from './WhatIf.module.css'

interface ProgressProps {
  progress: Simulation['progress']
  isEnding: boolean
  onCancel: () => void
}

/** How far it is, in events. */
export function Progress({ progress: { done, of }, isEnding, onCancel }: ProgressProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={of || 1} value={done} aria-label={t('policy.whatIf.progress')} />
      <span>{t('policy.whatIf.done', { done: format.number(done), of: format.number(of) })}</span>
      <Button look="quiet" disabled={isEnding} onClick={onCancel}>
        {t('policy.whatIf.cancel')}
      </Button>
    </div>
  )
}
