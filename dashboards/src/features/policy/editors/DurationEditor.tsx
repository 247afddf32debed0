import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { mayBeNull, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import styles from './Editors.module.css'

interface DurationEditorProps {
  path: Path
  label: string
}

const hours = { hours: 1, days: 24 } as const

type Measure = keyof typeof hours

/** A time that is kept in hours and thought of in days wherever it is whole ones. */
export function DurationEditor({ path, label }: DurationEditorProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const value = form.valueOf(path)
  const whole = typeof value === 'number' && value > 0 && value % 24 === 0
  const [chosen, setChosen] = useState<Measure>()
  const measure = chosen ?? (whole ? 'days' : 'hours')
  const [typed, setTyped] = useState<string>()
  const { schema } = placeAt(form.root, path)
  const isDisabled = !form.mayEdit(path)
  const shown = typeof value === 'number' ? String(Number((value / hours[measure]).toFixed(2))) : ''
  return (
    <span className={styles.line}>
      <input
        className={`${styles.input} ${styles.number}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={form.faultsOf(path).length > 0}
        disabled={isDisabled}
        placeholder={mayBeNull(schema) ? '–' : undefined}
        value={typed ?? shown}
        onBlur={() => setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value)
          const text = target.value.trim()
          const number = Number(text)
          if (text === '' && mayBeNull(schema)) form.set(path, null)
          else if (text !== '' && Number.isFinite(number)) form.set(path, Math.round(number * hours[measure]))
        }}
      />
      <select
        className={styles.input}
        aria-label={t('policy.measureOf', { name: label })}
        disabled={isDisabled}
        value={measure}
        onChange={({ target }) => setChosen(target.value === 'days' ? 'days' : 'hours')}
      >
        <option value="hours">{t('policy.unit.hours', { count: 2 })}</option>
        <option value="days">{t('policy.unit.days', { count: 2 })}</option>
      </select>
    </span>
  )
}
