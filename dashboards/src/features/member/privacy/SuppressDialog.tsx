import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { toastRefusal } from '@/shared/refusal/toastRefusal'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { toast } from '@/shared/ui/toasts'
import styles from '../Member.module.css'

/** Puts her phone and mail on the list of contacts that nothing is ever sent to. */
export function SuppressDialog({ member, onClose }: { member: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const suppress = useMutation({
    mutationFn: () => answer(api.POST('/v1/chains/{chain}/suppressions', { params: { path: { chain: chain.id } }, body: { member, reason: 'asked' } })),
    onSuccess: ({ items }) => {
      toast('good', t('member.privacy.suppressed', { count: items.length }))
      onClose()
    },
    onError: (failure) => toastRefusal(t, failure),
  })
  return (
    <Dialog title={t('member.privacy.suppressTitle')} onClose={onClose}>
      <p>{t('member.privacy.suppressText')}</p>
      <div className={styles.formFoot}>
        <span />
        <Button look="primary" disabled={suppress.isPending} onClick={() => suppress.mutate()}>
          {t('member.privacy.suppressNow')}
        </Button>
      </div>
    </Dialog>
  )
}
