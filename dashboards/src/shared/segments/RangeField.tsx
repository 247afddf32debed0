import { useTranslation } from 'react-i18next'
import styles from './SegmentForm.module.css'

interface Range {
  from?: number | null
  to?: number | null
}

interface RangeFieldProps {
  label: string
  /** What the numbers count, such as days. */
  unit?: string
  value: Range | null | undefined
  /** How much of the number that is kept one of the field's is: a hundredth for per cent. */
  scale?: number
  least?: number
  most?: number
  /** Whether only the lower end can be asked for. */
  isFromOnly?: boolean
  onChange: (range: Range | null) => void
}

/** From one number to another; either may be left open. */
export function RangeField({ label, unit, value, scale = 1, least = 0, most, isFromOnly = false, onChange }: RangeFieldProps) {
  const { t } = useTranslation()
  const set = (end: 'from' | 'to') => (text: string) => {
    const number = text === '' ? null : Number(text) * scale
    const next = { from: value?.from ?? null, to: value?.to ?? null, [end]: number }
    onChange(next.from === null && next.to === null ? null : next)
  }
  const shown = (number: number | null | undefined) => (number == null ? '' : Math.round((number / scale) * 100) / 100)
  const ends = isFromOnly ? (['from'] as const) : (['from', 'to'] as const)
  return (
    <fieldset className={styles.range}>
      <legend className={styles.label}>{label}</legend>
      {ends.map((end) => (
        <label key={end} className={styles.end}>
          <span className={styles.soft}>{t(`segment.range.${end}Label`)}</span>
          <input
            type="number"
            inputMode="decimal"
            className={styles.number}
            step="any"
            min={least}
            max={most}
            value={shown(value?.[end])}
            onChange={({ target }) => set(end)(target.value)}
          />
        </label>
      ))}
      {unit !== undefined && <span className={styles.soft}>{unit}</span>}
    </fieldset>
  )
}
