import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import styles from './Command.module.css'

/** A command to run in a terminal, with a button that copies it. */
export function Command({ title, children: command }: { title: string; children: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(command)
    setCopied(true)
  }
  return (
    <figure className={styles.command}>
      <figcaption className={styles.caption}>
        {title}
        <Button look="quiet" onClick={() => void copy()}>
          <span role="status">{copied ? t('empty.copied') : t('empty.copy')}</span>
        </Button>
      </figcaption>
      <pre className={styles.code} tabIndex={0} role="region" aria-label={title}>
        <code>{command}</code>
      </pre>
    </figure>
  )
}
