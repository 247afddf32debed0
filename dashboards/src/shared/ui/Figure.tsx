import { useState } from 'react'
import styles from './Figure.module.css'

/** A number that glows briefly when it changes. The first one shown does not: nothing has happened yet. */
export function Figure({ children: text }: { children: string }) {
  const [first] = useState(text)
  return (
    <span key={text} className={[styles.figure, text !== first && styles.changed].filter(Boolean).join(' ')}>
      {text}
    </span>
  )
}
