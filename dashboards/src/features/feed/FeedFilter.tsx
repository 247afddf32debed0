import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { choices, type Choice } from './choice'
import styles from './FeedFilter.module.css'

interface FeedFilterProps {
  choice: Choice
  onChoose: (choice: Choice) => void
}

export function FeedFilter({ choice, onChoose }: FeedFilterProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={styles.filter}>
      <legend className="hidden-but-read">{t('feed.filter')}</legend>
      {choices.map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            className="hidden-but-read"
            name={name}
            checked={each === choice}
            onChange={() => onChoose(each)}
          />
          {t(`feed.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}
