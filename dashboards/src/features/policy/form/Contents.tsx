import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import styles from './Contents.module.css'
import type { Section } from './sections'
import { usePolicyForm } from './PolicyForm'
import { useSectionName } from './useSectionName'

interface ContentsProps {
  sections: readonly Section[]
  chosen: string
  onChoose: (id: string) => void
}

/** The parts of the policy, with how many of them were changed and where something is wrong. */
export function Contents({ sections, chosen, onChoose }: ContentsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const form = usePolicyForm()
  const nameOf = useSectionName()
  return (
    <nav className={styles.contents} aria-label={t('policy.contents')}>
      <ul className={styles.list}>
        {sections.map(({ id, paths }) => {
          const faults = paths.flatMap((path) => form.faultsOf(path)).length
          const isChanged = paths.some((path) => form.isChanged(path))
          const own = form.store !== undefined && paths.some((path) => form.isOwn(path))
          return (
            <li key={id}>
              <button type="button" className={styles.section} aria-current={id === chosen ? 'true' : undefined} onClick={() => onChoose(id)}>
                <span>{nameOf(id)}</span>
                {faults > 0 && (
                  <span className={styles.mark} data-tone="bad">
                    {t('policy.faults', { count: faults, formatted: format.number(faults) })}
                  </span>
                )}
                {faults === 0 && isChanged && <span className={styles.mark}>{t('policy.changed')}</span>}
                {faults === 0 && !isChanged && own && (
                  <span className={styles.mark} data-tone="warn">
                    {t('policy.own')}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
