import styles from './Select.module.css'

interface SelectProps<Id extends string> {
  label: string
  /** Whether the label is read out only; else it stands above. */
  isLabelHidden?: boolean
  value: Id
  options: readonly { id: Id; name: string }[]
  disabled?: boolean
  onPick: (id: Id) => void
}

/** The platform's own list: it works with every keyboard, thumb and screen reader. */
export function Select<Id extends string>({ label, isLabelHidden = true, value, options, disabled, onPick }: SelectProps<Id>) {
  return (
    <label className={styles.picker}>
      <span className={isLabelHidden ? 'hidden-but-read' : styles.label}>{label}</span>
      <select className={styles.select} value={value} disabled={disabled} onChange={(event) => onPick(event.target.value as Id)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
