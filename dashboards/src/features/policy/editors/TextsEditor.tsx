import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isObject, type Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { AddEntry } from './AddEntry'
import { TextOfMessage } from './TextOfMessage'
import styles from './TextsEditor.module.css'

/** Texts by their names: one at a time, in both languages side by side, as a member would get it. */
export function TextsEditor({ path }: { path: Path }) {
  const { t, i18n } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const label = words.of(path).label
  const value = form.valueOf(path)
  const names = isObject(value) ? Object.keys(value) : []
  const [chosen, setChosen] = useState<string>()
  // An offer is called by its words: in the reader's language where there are any.
  const nameOf = (name: string) => {
    const told = path.includes('offers') && i18n.language.startsWith('zh') ? form.valueOf([...path, name, 'zhCn']) : undefined
    return typeof told === 'string' && told !== '' ? told : words.of([...path, name]).label
  }
  const shown = names.find((name) => name === chosen) ?? names[0]
  return (
    <div className={styles.texts}>
      <div className={styles.side}>
        <ul className={styles.names} aria-label={label}>
          {names.map((name) => (
            <li key={name}>
              <button type="button" className={styles.name} aria-current={name === shown ? 'true' : undefined} onClick={() => setChosen(name)}>
                {nameOf(name)}
                {form.faultsOf([...path, name]).length > 0 && <span className={styles.mark} data-tone="bad">{t('policy.faulty')}</span>}
                {form.isChanged([...path, name]) && <span className={styles.mark}>{t('policy.changed')}</span>}
              </button>
            </li>
          ))}
        </ul>
        <AddEntry
          path={path}
          label={label}
          isEmpty={names.length === 0}
          begin={(name) => {
            setChosen(name)
            return { en: '', zhCn: '' }
          }}
        />
      </div>
      {shown !== undefined && <TextOfMessage key={shown} path={[...path, shown]} name={shown} />}
    </div>
  )
}
