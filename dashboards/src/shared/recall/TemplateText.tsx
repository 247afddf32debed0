import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './TemplateText.module.css'
import { isPlaceholder, partsOf } from './placeholders'

/** A template as it is written, with what is filled in for each member named where it will stand. */
export function TemplateText({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <blockquote className={styles.text}>
      {partsOf(text).map(({ text: part, isFilledIn }, place) => (
        <Fragment key={place}>
          {isFilledIn ? <span className={styles.placeholder}>{isPlaceholder(part) ? t(`placeholder.${part}`) : part}</span> : part}
        </Fragment>
      ))}
    </blockquote>
  )
}
