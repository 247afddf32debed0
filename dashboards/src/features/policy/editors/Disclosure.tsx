import { useId, useState, type ReactNode } from 'react'
import { Icon } from '@/shared/ui/Icon'
import styles from './Disclosure.module.css'

interface DisclosureProps {
  title: ReactNode
  /** What it comes to, for who does not open it. */
  sentence?: ReactNode
  /** What can be done with it as a whole, open or not. */
  aside?: ReactNode
  isChanged: boolean
  isFaint?: boolean
  children: ReactNode
}

/** Something long that is closed until it is wanted; only then is it drawn. */
export function Disclosure({ title, sentence, aside, isChanged, isFaint = false, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <div className={styles.disclosure} data-changed={isChanged} data-faint={isFaint}>
      <div className={styles.line}>
        <button type="button" className={styles.opener} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          <span className={styles.arrow} data-open={isOpen}>
            <Icon name="chevron" size={14} />
          </span>
          <span className={styles.words}>
            <span className={styles.title}>{title}</span>
            {sentence !== undefined && <span className={styles.sentence}>{sentence}</span>}
          </span>
        </button>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      <div id={id}>{isOpen && children}</div>
    </div>
  )
}
