import { useTranslation } from 'react-i18next'
import { Segmented } from '@/shared/ui/Segmented'
import { choices, type Choice } from './choice'
import styles from './FeedFilter.module.css'

interface FeedFilterProps {
  choice: Choice
  onChoose: (choice: Choice) => void
}

export function FeedFilter({ choice, onChoose }: FeedFilterProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      className={styles.filter}
      look="chips"
      label={t('feed.filter')}
      value={choice}
      options={choices.map((id) => ({ id, name: t(`feed.${id}`) }))}
      onChoose={onChoose}
    />
  )
}
