import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { toast } from '@/shared/ui/toasts'
import { overriddenIn } from '../document/faults'
import type { Scope } from '../draft/policyCalls'
import { ChangeList } from '../review/ChangeList'
import type { ToldChange } from '../review/changesOf'
import { Overridden } from '../review/Overridden'
import styles from './Versions.module.css'
import { useRestore } from './useVersions'

interface RestoreDialogProps {
  scope: Scope
  version: number
  etag: string | undefined
  /** From now to what it would be again. */
  changes: readonly ToldChange[]
  onClose: () => void
}

/** The last look before what was holds again. */
export function RestoreDialog({ scope, version, etag, changes, onClose }: RestoreDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [note, setNote] = useState('')
  const restore = useRestore(scope)
  const refusal = restore.error
  const overridden = refusal instanceof Refusal && refusal.code === 'overridden_by_stores' ? overriddenIn(refusal.problem) : []
  const send = (dropOverrides: boolean) =>
    restore.mutate(
      { version, note: note.trim(), etag, dropOverrides },
      {
        onSuccess: () => {
          toast('good', t('policy.restore.done', { version: format.number(version) }))
          writeAddress({ version: undefined })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t('policy.restore.title', { version: format.number(version) })} onClose={onClose}>
      <form
        className={styles.restore}
        onSubmit={(event) => {
          event.preventDefault()
          send(overridden.length > 0)
        }}
      >
        <p>{t(changes.length === 0 ? 'policy.versions.asNow' : 'policy.restore.hint')}</p>
        <div className={styles.list}>
          <ChangeList changes={changes} />
        </div>
        <Field label={t('policy.publish.note')} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
        {overridden.length > 0 && <Overridden fields={overridden} />}
        {refusal && overridden.length === 0 && (
          <p role="alert" className={styles.refusal}>
            <Refused failure={refusal} />
          </p>
        )}
        <span className={styles.buttons}>
          <Button look="primary" type="submit" disabled={restore.isPending || changes.length === 0}>
            {t(overridden.length > 0 ? 'policy.publish.dropAndPublish' : 'policy.restore.button')}
          </Button>
          <Button onClick={onClose}>{t('policy.publish.back')}</Button>
        </span>
      </form>
    </Dialog>
  )
}
