import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { toastRefusal } from '@/shared/refusal/toastRefusal'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { toast } from '@/shared/ui/toasts'
import styles from '../Member.module.css'

/** Forgets her for ever. Nobody does that by a slip: her id has to be typed. */
export function EraseDialog({ member, onClose }: { member: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const erase = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/chains/{chain}/members/{id}/erasure', { params: { path: { chain: chain.id, id: member } }, body: { reason: 'member_request' } }),
      ),
    onSuccess: async () => {
      toast('good', t('member.privacy.erasing', { id: member }))
      onClose()
      await queries.invalidateQueries({ queryKey: ['member', chain.id, member] })
    },
    onError: (failure) => toastRefusal(t, failure),
  })
  return (
    <Dialog title={t('member.privacy.eraseTitle')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed === member) erase.mutate()
        }}
      >
        <p>{t('member.privacy.eraseText')}</p>
        <Field label={t('member.privacy.typeId', { id: member })} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value.trim())} />
        <div className={styles.formFoot}>
          <span />
          <Button type="submit" className={styles.danger} disabled={typed !== member || erase.isPending}>
            {t('member.privacy.eraseNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
