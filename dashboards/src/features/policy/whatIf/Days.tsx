import { useTranslation } from 'react-i18next'
import styles from './WhatIf.module.css'

interface DaysProps {
  from: string | undefined
  to: string | undefined
  onChange: (days: { from: string | undefined; to: string | undefined }) => void
}

/** The UTC days to report; empty for the last thirty. */
export function Days({ from, to, onChange }: DaysProps) {
  const { t } = useTranslation()
  return (
    <>
      <label className={styles.field}>
        <span>{t('policy.whatIf.from')}</span>
        <input className={styles.day} type="date" max={to} value={from ?? ''} onChange={({ target }) => onChange({ from: target.value || undefined, to })} />
      </label>
      <label className={styles.field}>
        <span>{t('policy.whatIf.to')}</span>
        <input className={styles.day} type="date" min={from} value={to ?? ''} onChange={({ target }) => onChange({ from, to: target.value || undefined })} />
      </label>
    </>
  )
}
