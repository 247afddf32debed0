import styles from './Several.module.css'

interface SeveralProps<Id> {
  label: string
  value: readonly Id[]
  options: readonly { id: Id; name: string }[]
  onChoose: (ids: Id[]) => void
}

/** Any number of a few, all in sight. None chosen asks for nothing. */
export function Several<Id extends string | number>({ label, value, options, onChoose }: SeveralProps<Id>) {
  return (
    <fieldset className={styles.several}>
      <legend className={styles.label}>{label}</legend>
      {options.map(({ id, name }) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            className="hidden-but-read"
            checked={value.includes(id)}
            onChange={({ target }) => onChoose(options.map((option) => option.id).filter((each) => (each === id ? target.checked : value.includes(each))))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
