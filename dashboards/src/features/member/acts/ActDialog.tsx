import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { Segmented } from '@/shared/ui/Segmented'
import { Select } from '@/shared/ui/Select'
import styles from '../Member.module.css'
import { actKinds, isComplete, noFields, type ActFields, type ActKind } from './item'
import type { Recording } from './useRecording'

interface ActDialogProps {
  recording: Recording
  /** The store that it is told at, where one is looked at; else her home store's name. */
  place: string | undefined
  onClose: () => void
}

const scores = Array.from({ length: 11 }, (_, score) => String(score))

/** What just happened at the desk. */
export function ActDialog({ recording, place, onClose }: ActDialogProps) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const [kind, setKind] = useState<ActKind>('visit')
  const [fields, setFields] = useState<ActFields>(noFields)
  const field = (name: keyof ActFields) => ({
    label: t(`member.act.field.${name}`, { currency: chain.currency }),
    value: fields[name],
    autoComplete: 'off',
    maxLength: 64,
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  })

  return (
    <Dialog title={t('member.act.title')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isComplete(kind, fields)) return
          recording.record(kind, fields)
          onClose()
        }}
      >
        <Segmented look="chips" label={t('member.act.what')} value={kind} options={actKinds.map((id) => ({ id, name: t(`member.act.${id}`) }))} onChoose={setKind} />
        <p className={styles.soft}>{t(`member.act.hint.${kind}`)}</p>
        {kind === 'visit' && <Field {...field('service')} />}
        {kind === 'purchase' && (
          <>
            <Field {...field('amount')} type="number" min="0" step="0.01" inputMode="decimal" required />
            <Field {...field('order')} />
            <Field {...field('category')} />
          </>
        )}
        {kind === 'survey' && (
          <Select
            label={t('member.act.field.score')}
            isLabelHidden={false}
            value={fields.score}
            options={[{ id: '', name: '–' }, ...scores.map((id) => ({ id, name: id }))]}
            onPick={(score) => setFields({ ...fields, score })}
          />
        )}
        {kind === 'tag' && <Field {...field('tag')} required />}
        <div className={styles.formFoot}>
          <span className={styles.soft}>{place === undefined ? t('member.act.nowhere') : t('member.act.at', { store: place })}</span>
          <Button type="submit" look="primary" disabled={!isComplete(kind, fields)}>
            {t('member.act.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
