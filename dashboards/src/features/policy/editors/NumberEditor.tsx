import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import type { Json, Path } from '../document/json'
import { kindOf, mayBeNull, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'
import { currencySign, scaleOf } from './scale'

interface NumberEditorProps {
  path: Path
  label: string
  describedBy?: string | undefined
}

/** A figure with its unit. While it is being typed it may be nothing at all; what is left in the end is a number. */
export function NumberEditor({ path, label, describedBy }: NumberEditorProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const form = usePolicyForm()
  const { unit } = useFieldWords(form.root).of(path)
  const { schema } = placeAt(form.root, path)
  const [typed, setTyped] = useState<string>()
  const value = form.valueOf(path)
  const scale = scaleOf(unit)
  const shown = typed ?? written(value, scale)
  const [least, most] = [schema.minimum, schema.maximum].map((bound) => (typeof bound === 'number' ? bound * scale : undefined))
  const isEmptyAllowed = mayBeNull(schema)
  const figure = typeof value === 'number' ? value * scale : undefined
  const isOut = figure !== undefined && ((least !== undefined && figure < least) || (most !== undefined && figure > most))
  const isInvalid = isOut || (typed !== undefined && parsed(typed, isEmptyAllowed) === undefined) || form.faultsOf(path).length > 0

  return (
    <span className={styles.line}>
      {unit === 'money' && <span className={styles.unit}>{currencySign(format)}</span>}
      <input
        className={`${styles.input} ${styles.number}`}
        data-wide={unit === 'money'}
        type="text"
        inputMode={kindOf(schema) === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        disabled={!form.mayEdit(path)}
        placeholder={isEmptyAllowed ? '–' : undefined}
        value={shown}
        onBlur={() => setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = parsed(target.value, isEmptyAllowed)
          if (next !== undefined) form.set(path, next === null ? null : Number((next / scale).toPrecision(15)))
        }}
      />
      {unit !== undefined && unit !== 'money' && <span className={styles.unit}>{t(`policy.unit.${unit}`, { count: figure ?? 2 })}</span>}
      {isOut && (
        <span className={styles.fault} role="status">
          {least !== undefined && most !== undefined
            ? t('policy.between', { from: format.number(least), to: format.number(most) })
            : t('policy.atLeast', { from: format.number(least ?? 0) })}
        </span>
      )}
    </span>
  )
}

function written(value: Json | undefined, scale: number): string {
  return typeof value === 'number' ? String(Number((value * scale).toPrecision(12))) : ''
}

function parsed(text: string, isEmptyAllowed: boolean): number | null | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '')
  if (plain === '') return isEmptyAllowed ? null : undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number : undefined
}
