import { useTranslation } from 'react-i18next'
import { Icon } from '@/shared/ui/Icon'
import styles from './Members.module.css'

interface SearchFieldProps {
  value: string
  onChange: (words: string) => void
}

/** Its words go to the server in a request's body and nowhere else: not into the address, not into the browser's memory of forms. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.search} role="search">
      <Icon name="search" size={17} />
      <input
        type="search"
        className={styles.input}
        aria-label={t('members.search')}
        placeholder={t('members.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={128}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
