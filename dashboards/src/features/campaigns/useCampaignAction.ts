import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Campaign } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { toastRefusal } from '@/shared/refusal/toastRefusal'
import { toast } from '@/shared/ui/toasts'

export type CampaignAction = 'pause' | 'resume' | 'run' | 'delete'

interface Known {
  campaign: Campaign
  version: string | null
}

/** Pauses, resumes, runs or deletes a campaign. A pause is shown at once, and taken back where the server refuses it. */
export function useCampaignAction(name: string, onDeleted: () => void) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const queries = useQueryClient()
  const key = ['campaign', chain.id, name]
  const path = { chain: chain.id, campaign: name }

  return useMutation({
    mutationFn: async (action: CampaignAction) => {
      if (action === 'pause') await answer(api.POST('/v1/chains/{chain}/campaigns/{campaign}/pause', { params: { path } }))
      if (action === 'resume') await answer(api.POST('/v1/chains/{chain}/campaigns/{campaign}/resume', { params: { path } }))
      if (action === 'run') await answer(api.POST('/v1/chains/{chain}/campaigns/{campaign}/run', { params: { path } }))
      if (action === 'delete') await answer(api.DELETE('/v1/chains/{chain}/campaigns/{campaign}', { params: { path } }))
    },
    onMutate: (action) => {
      const before = queries.getQueryData<Known>(key)
      if (before && (action === 'pause' || action === 'resume')) {
        queries.setQueryData<Known>(key, { ...before, campaign: { ...before.campaign, paused: action === 'pause' } })
      }
      return before
    },
    onError: (failure, _, before) => {
      if (before) queries.setQueryData(key, before)
      toastRefusal(t, failure)
    },
    onSuccess: (_, action) => {
      toast('good', t(`campaigns.did.${action}`))
      if (action === 'delete') onDeleted()
    },
    onSettled: async (_, failure, action) => {
      await queries.invalidateQueries({ queryKey: ['campaigns', chain.id] })
      if (action === 'delete' && failure === null) queries.removeQueries({ queryKey: key })
      else await queries.invalidateQueries({ queryKey: key })
      await queries.invalidateQueries({ queryKey: ['campaignRuns', chain.id, name] })
      await queries.invalidateQueries({ queryKey: ['campaignPreview', chain.id, name] })
    },
  })
}
