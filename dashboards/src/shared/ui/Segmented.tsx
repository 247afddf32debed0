import { useId } from 'react'
import styles from './Segmented.module.css'

interface SegmentedProps<Id extends string> {
  /** What is chosen here, for screen readers. */
  label: string
  value: Id
  options: readonly { id: Id; name: string; count?: string | undefined }[]
  onChoose: (id: Id) => void
  /** In a bar where they have room in one line; as chips where they may need several, so that none stands alone in a bar's second line. */
  look?: 'bar' | 'chips'
  className?: string | undefined
}

/** One of a few, all in sight: views of a list, parts of a page. */
export function Segmented<Id extends string>({ label, value, options, onChoose, look = 'bar', className }: SegmentedProps<Id>) {
  const name = useId()
  return (
    <fieldset className={[look === 'bar' ? styles.segmented : styles.chips, className].filter(Boolean).join(' ')}>
      <legend className="hidden-but-read">{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={styles.choice}>
          <input
            type="radio"
            className="hidden-but-read"
            name={name}
            checked={option.id === value}
            onChange={() => onChoose(option.id)}
          />
          {option.name}
          {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
        </label>
      ))}
    </fieldset>
  )
}
