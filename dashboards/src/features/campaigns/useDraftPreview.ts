import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { documentOf, type Draft } from './draft'
import { faultsOf, noFaults } from './faults'
import { useSettled } from '@/shared/useSettled'

const wait = 600

/** Whom a campaign that is being written would reach, with what text and when; and what is still wrong with it. Nothing is sent. */
export function useDraftPreview(draft: Draft) {
  const { t } = useTranslation()
  const { chain } = useChain()
  // A title is of no matter to whom it reaches; the server asks for one.
  const body = useSettled(JSON.stringify({ ...documentOf(draft), title: 'preview' }), wait)
  const query = useQuery({
    queryKey: ['draftPreview', chain.id, body],
    queryFn: () =>
      answer(api.POST('/v1/chains/{chain}/campaigns/preview', { params: { path: { chain: chain.id } }, body: JSON.parse(body) as object })),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { query, faults: faultsOf(t, query.error) ?? noFaults }
}
