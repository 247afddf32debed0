import { useId, type ComponentProps } from 'react'
import styles from './Field.module.css'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string | undefined
}

/** A line to write on, with its name above it and what one should know below. */
export function Field({ label, hint, className, ...rest }: FieldProps) {
  const id = useId()
  const hintId = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={[styles.input, className].filter(Boolean).join(' ')}
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : hintId}
        {...rest}
      />
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
