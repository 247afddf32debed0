import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { mayInChain, useChain } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import type { Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'
import { Preview } from './Preview'
import { RemoveEntry } from './RemoveEntry'
import texts from './TextsEditor.module.css'

const languages = [
  { field: 'zhCn', language: 'zh-CN' },
  { field: 'en', language: 'en' },
] as const

const placeholders = ['store', 'chain', 'offer', 'points', 'expiring_points', 'stage', 'tier', 'days_silent', 'streak', 'saved', 'saved_so_far', 'member'] as const

/** One text in both languages, with what may be put in it, and how a member would read it. */
export function TextOfMessage({ path, name }: { path: Path; name: string }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const { session } = useChain()
  const label = words.of(path).label
  const last = useRef<{ field: string; at: number }>({ field: 'zhCn', at: Number.MAX_SAFE_INTEGER })
  const textOf = (field: string) => {
    const value = form.valueOf([...path, field])
    return typeof value === 'string' ? value : ''
  }
  // What is spoken or stands inside another text has nothing put in itself.
  const isPlain = path.includes('offers') || path.includes('scripts')
  const insert = (placeholder: string) => {
    const { field, at } = last.current
    const text = textOf(field)
    form.set([...path, field], `${text.slice(0, at)}{{${placeholder}}}${text.slice(at)}`)
    last.current = { field, at: Math.min(at, text.length) + placeholder.length + 4 }
  }

  return (
    <div className={texts.text}>
      <header className={texts.head}>
        <h3>
          {label} {label !== name && <code className={texts.code}>{name}</code>}
        </h3>
        <span>
          <FieldTools path={path} name={label} />
          <RemoveEntry path={path} name={label} />
        </span>
      </header>
      {languages.map(({ field, language }) => (
        <label key={field} className={styles.small}>
          <span className={styles.name}>{words.of([...path, field]).label}</span>
          <textarea
            lang={language}
            className={styles.words}
            disabled={!form.mayEdit([...path, field])}
            aria-invalid={form.faultsOf([...path, field]).length > 0}
            value={textOf(field)}
            onSelect={({ currentTarget }) => {
              last.current = { field, at: currentTarget.selectionStart }
            }}
            onChange={({ target }) => form.set([...path, field], target.value)}
          />
          <FieldFaults path={[...path, field]} />
        </label>
      ))}
      {!isPlain && form.mayEdit(path) && (
        <div className={texts.placeholders} role="group" aria-label={t('policy.placeholders.label')}>
          <span className={styles.unit}>{t('policy.placeholders.label')}</span>
          {placeholders.map((each) => (
            <Button key={each} look="quiet" className={texts.placeholder} title={`{{${each}}}`} onClick={() => insert(each)}>
              {t(`policy.placeholders.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {!isPlain && mayInChain(session, 'see_policy') && <Preview texts={{ 'zh-CN': textOf('zhCn'), en: textOf('en') }} />}
    </div>
  )
}
