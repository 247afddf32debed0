import { useTranslation } from 'react-i18next'
import { Icon } from '@/shared/ui/Icon'
import styles from './Rules.module.css'

export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <label className={styles.search}>
      <Icon name="search" size={16} />
      <span className="hidden-but-read">{t('policy.search')}</span>
      <input type="search" placeholder={t('policy.search')} autoComplete="off" spellCheck={false} value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}
