import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { apply, difference, isTold } from '../document/difference'
import { pathText } from '../document/json'
import type { LoadedPolicy } from '../draft/policyCalls'
import type { DraftState } from '../draft/useDraft'
import { ChangeList } from './ChangeList'
import styles from './Draft.module.css'

interface OvertakenProps {
  loaded: LoadedPolicy
  state: DraftState
}

/** Somebody else has published since: theirs is shown, and the reader's own changes can be put on top of it. */
export function Overtaken({ loaded, state }: OvertakenProps) {
  const { t } = useTranslation()
  const { draft, keep, discard } = state
  const theirs = difference(draft.base, loaded.document).filter(isTold)
  const mine = difference(draft.base, draft.document)
  const mineAt = new Set(mine.map(({ path }) => pathText(path)))
  const both = theirs.filter(({ path }) => mineAt.has(pathText(path)))
  return (
    <section className={styles.overtaken} role="alert" aria-label={t('policy.overtaken.title')}>
      <h2 className={styles.name}>{t('policy.overtaken.title')}</h2>
      <p>{t(theirs.length === 0 ? 'policy.overtaken.elsewhere' : both.length > 0 ? 'policy.overtaken.both' : 'policy.overtaken.apart')}</p>
      <ChangeList changes={theirs.map((change) => ({ ...change, isInherited: false }))} />
      <span className={styles.buttons}>
        <Button look="primary" onClick={() => keep({ etag: loaded.etag, base: loaded.document, document: apply(loaded.document, mine), faults: [] })}>
          {t('policy.overtaken.keep')}
        </Button>
        <Button onClick={discard}>{t('policy.overtaken.drop')}</Button>
      </span>
    </section>
  )
}
