import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Member } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { Select } from '@/shared/ui/Select'
import { toast } from '@/shared/ui/toasts'
import { keyOf } from '../keys'
import styles from '../Member.module.css'
import { changeOf, draftOf, type ProfileField } from './profileChange'

const genders = ['female', 'male', 'other'] as const
const lines = ['name', 'phone', 'email', 'birthday', 'birthYear', 'address', 'language'] as const
const kinds: Partial<Record<ProfileField, object>> = {
  phone: { type: 'tel', inputMode: 'tel' },
  email: { type: 'email' },
  birthday: { pattern: '\\d{2}-\\d{2}', placeholder: 'MM-DD' },
  birthYear: { type: 'number', min: 1900, max: 2100 },
}

/** Who she is. No event tells of it. */
export function ProfileDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const queries = useQueryClient()
  const [before] = useState(() => draftOf(member.profile))
  const [draft, setDraft] = useState(before)
  const change = changeOf(before, draft)
  const keep = useMutation({
    mutationFn: () =>
      answer(api.PATCH('/v1/chains/{chain}/members/{id}/profile', { params: { path: { chain: chain.id, id: member.id } }, body: change as never })),
    onSuccess: async () => {
      toast('good', t('member.profile.kept'))
      onClose()
      await queries.invalidateQueries({ queryKey: keyOf(chain.id, member.id, 'view') })
    },
  })
  const set = (field: ProfileField) => (text: string) => setDraft({ ...draft, [field]: text })

  return (
    <Dialog title={t('member.profile.edit')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        {member.profile?.masked === true && <p className={styles.soft}>{t('member.profile.maskedHint')}</p>}
        {lines.map((field) => (
          <Field
            key={field}
            label={t(`member.profile.${field}`)}
            autoComplete="off"
            maxLength={300}
            value={draft[field]}
            onChange={({ target }) => set(field)(target.value)}
            {...kinds[field]}
          />
        ))}
        <Select
          label={t('member.profile.gender')}
          isLabelHidden={false}
          value={draft.gender}
          options={[{ id: '', name: '–' }, ...genders.map((id) => ({ id, name: t(`member.gender.${id}`) }))]}
          onPick={set('gender')}
        />
        <label className={styles.note}>
          {t('member.profile.note')}
          <textarea rows={4} maxLength={2000} value={draft.note} onChange={({ target }) => set('note')(target.value)} />
        </label>
        {keep.error && (
          <p role="alert" className={styles.bad}>
            <Refused failure={keep.error} />
          </p>
        )}
        <div className={styles.formFoot}>
          <span className={styles.soft}>{t('member.profile.hint')}</span>
          <Button type="submit" look="primary" disabled={Object.keys(change).length === 0 || keep.isPending}>
            {t('member.profile.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
