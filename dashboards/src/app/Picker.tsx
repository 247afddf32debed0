import styles from './Picker.module.css'

interface PickerProps {
  label: string
  value: string
  options: readonly { id: string; name: string }[]
  onPick: (id: string) => void
}

/** The platform's own list: it works with every keyboard, thumb and screen reader. */
export function Picker({ label, value, options, onPick }: PickerProps) {
  return (
    <label className={styles.picker}>
      <span className="hidden-but-read">{label}</span>
      <select className={styles.select} value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
