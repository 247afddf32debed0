import { useTranslation } from 'react-i18next'
import type { StoreFigures } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useFormat } from '@/shared/format/useFormat'
import { stages } from '@/shared/stages'
import { StageChip } from '@/shared/ui/StageChip'
import { StageBar } from './StageBar'
import styles from './StoreStages.module.css'

/** Of each store what part of its members is in which stage: bars of one length, so that shares compare. */
export function StoreStages({ stores }: { stores: readonly StoreFigures[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <ul className={styles.legend} aria-hidden="true">
        {stages.map((stage) => (
          <li key={stage}>
            <StageChip stage={stage} />
          </li>
        ))}
      </ul>
      <ul className={styles.stores}>
        {stores.map(({ store, name, stages: counts, members }) => (
          <li key={store} className={styles.store}>
            <PageLink to={{ store }} className={styles.name}>
              {name}
            </PageLink>
            <span className={styles.members}>{t('stores.memberCount', { count: members, formatted: format.number(members) })}</span>
            <div className={styles.bar}>
              <StageBar counts={counts} name={name} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
