import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { toast } from '@/shared/ui/toasts'
import { faultsIn } from '../document/faults'
import { putPolicy, type Scope } from '../draft/policyCalls'
import type { DraftState } from '../draft/useDraft'

interface Wish {
  note: string
  dropOverrides: boolean
}

/** Makes the draft hold. What the server has against it is kept with the draft, to be shown at the fields. */
export function usePublish(scope: Scope, { draft, keep, discard }: DraftState, onDone: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['policy', scope.chain] }), queries.invalidateQueries({ queryKey: ['policyVersions', scope.chain] })])
  return useMutation({
    mutationFn: ({ note, dropOverrides }: Wish) => putPolicy(scope, { document: draft.document, etag: draft.etag, note, dropOverrides }),
    onSuccess: async () => {
      // First what holds now: without it the form would show the old values for a moment.
      await refresh()
      discard()
      toast('good', t('policy.publish.done'))
      onDone()
    },
    onError: (refusal) => {
      if (!(refusal instanceof Refusal)) return
      if (refusal.status === 412) {
        void refresh()
        onDone()
        toast('bad', t('policy.overtaken.title'))
      }
      if (refusal.status === 400) {
        const faults = faultsIn(refusal.problem)
        if (faults.length === 0) return
        keep({ ...draft, faults })
        onDone()
        toast('bad', t('policy.draft.notTaken'))
      }
    },
  })
}
