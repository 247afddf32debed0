import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Empty } from '@/shared/ui/Empty'
import { pathText, type Path } from '../document/json'
import { useFieldWords } from '../words/useFieldWords'
import { FieldRow } from './FieldRow'
import { usePolicyForm } from './PolicyForm'
import styles from './Rules.module.css'
import { sectionOf, type Section } from './sections'
import { useSectionName } from './useSectionName'

interface FoundFieldsProps {
  sections: readonly Section[]
  found: readonly Path[]
  isMore: boolean
}

/** The fields that were searched for, each with where it belongs, to be changed on the spot. */
export function FoundFields({ sections, found, isMore }: FoundFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { root } = usePolicyForm()
  const words = useFieldWords(root)
  const nameOf = useSectionName()
  return (
    <section className={styles.section} aria-label={t('policy.results')}>
      <p className={styles.count} role="status">
        {isMore ? t('policy.foundMore', { formatted: format.number(found.length) }) : t('policy.found', { count: found.length, formatted: format.number(found.length) })}
      </p>
      {found.length === 0 && <Empty>{t('policy.notFound')}</Empty>}
      {found.map((path) => {
        const section = sectionOf(sections, path)
        const way = [...(section ? [nameOf(section.id)] : []), ...words.wayTo(path.slice(0, -1), 1)]
        return <FieldRow key={pathText(path)} path={path} way={way.join(' › ')} />
      })}
    </section>
  )
}
