import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { overriddenIn } from '../document/faults'
import type { Scope } from '../draft/policyCalls'
import type { DraftState } from '../draft/useDraft'
import type { ToldChange } from './changesOf'
import styles from './Draft.module.css'
import { Overridden } from './Overridden'
import { usePublish } from './usePublish'

interface PublishDialogProps {
  scope: Scope
  state: DraftState
  changes: readonly ToldChange[]
  onClose: () => void
}

/** As long as the server takes. */
const longestNote = 500

/** The last look before it holds, with a word to those who will ask why. */
export function PublishDialog({ scope, state, changes, onClose }: PublishDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const [note, setNote] = useState('')
  const publish = usePublish(scope, state, onClose)
  const refusal = publish.error
  const overridden = refusal instanceof Refusal && refusal.code === 'overridden_by_stores' ? overriddenIn(refusal.problem) : []
  const send = (dropOverrides: boolean) => publish.mutate({ note: note.trim().replaceAll(/\s+/g, ' '), dropOverrides })
  return (
    <Dialog title={t('policy.publish.title')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          send(false)
        }}
      >
        <p>
          {scope.store === undefined
            ? t('policy.publish.chain', { count: changes.length, formatted: format.number(changes.length) })
            : t('policy.publish.store', { count: changes.length, formatted: format.number(changes.length), store: storeName(scope.store) })}
        </p>
        <label className={styles.note}>
          <span>{t('policy.publish.note')}</span>
          <textarea rows={3} maxLength={longestNote} value={note} onChange={({ target }) => setNote(target.value)} />
          <small>{t('policy.publish.noteHint')}</small>
        </label>
        {overridden.length > 0 && <Overridden fields={overridden} />}
        {refusal && overridden.length === 0 && (
          <p role="alert" className={styles.refusal}>
            <Refused failure={refusal} />
          </p>
        )}
        <span className={styles.buttons}>
          {overridden.length > 0 ? (
            <Button look="primary" disabled={publish.isPending} onClick={() => send(true)}>
              {t('policy.publish.dropAndPublish')}
            </Button>
          ) : (
            <Button look="primary" type="submit" disabled={publish.isPending}>
              {t(publish.isPending ? 'policy.publish.going' : 'policy.draft.publish')}
            </Button>
          )}
          <Button onClick={onClose}>{t('policy.publish.back')}</Button>
        </span>
      </form>
    </Dialog>
  )
}
