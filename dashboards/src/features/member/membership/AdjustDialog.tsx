import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { toast } from '@/shared/ui/toasts'
import { keyOf } from '../keys'
import styles from '../Member.module.css'

/** Gives or takes points by hand. The reason stays for ever, with who did it. */
export function AdjustDialog({ member, onClose }: { member: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const queries = useQueryClient()
  // One id for one wish: pressing again after a failure must not give twice.
  const [id] = useState(() => crypto.randomUUID())
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const adjust = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/chains/{chain}/members/{id}/points/adjustments', {
          params: { path: { chain: chain.id, id: member } },
          body: { points: Number(points), reason: reason.trim(), id },
        }),
      ),
    onSuccess: async () => {
      toast('good', t('member.points.adjusted'))
      onClose()
      await Promise.all((['view', 'points', 'timeline'] as const).map((part) => queries.invalidateQueries({ queryKey: keyOf(chain.id, member, part) })))
    },
  })
  const isComplete = Number.isInteger(Number(points)) && Number(points) !== 0 && reason.trim() !== ''
  return (
    <Dialog title={t('member.points.adjust')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete) adjust.mutate()
        }}
      >
        <Field label={t('member.points.howMany')} hint={t('member.points.howManyHint')} type="number" step="1" required value={points} onChange={({ target }) => setPoints(target.value)} />
        <Field label={t('member.points.reason')} hint={t('member.points.reasonHint')} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} />
        {adjust.error && (
          <p role="alert" className={styles.bad}>
            <Refused failure={adjust.error} />
          </p>
        )}
        <div className={styles.formFoot}>
          <span />
          <Button type="submit" look="primary" disabled={!isComplete || adjust.isPending}>
            {t('member.points.adjustNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
