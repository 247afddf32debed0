import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { RejectedItem } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { reasonIn, reasonOf } from '@/shared/refusal/reasonOf'
import { toast } from '@/shared/ui/toasts'
import { keyOf } from '../keys'
import { itemOf, type ActFields, type ActKind, type EventItem } from './item'

/** An act that was told and is not known to be stored. */
export interface PendingAct {
  id: string
  kind: ActKind | 'untag' | 'consent'
}

/** An item of a batch that the server did not take. */
class NotTaken extends Error {
  readonly item: RejectedItem

  constructor(item: RejectedItem) {
    super(item.detail)
    this.item = item
  }
}

/** Tells the server what happened. It stands on the timeline at once, and is taken off again with the reason where it is refused. */
export function useRecording(member: string) {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const queries = useQueryClient()
  const [pending, setPending] = useState<readonly PendingAct[]>([])

  const send = useMutation({
    mutationFn: async ({ item }: { item: EventItem; kind: PendingAct['kind'] }) => {
      const { rejected } = await answer(api.POST('/v1/chains/{chain}/events', { params: { path: { chain: chain.id } }, body: [item] }))
      if (rejected[0]) throw new NotTaken(rejected[0])
    },
    onMutate: ({ item, kind }) => setPending((acts) => [{ id: item.id, kind }, ...acts]),
    onSuccess: async (_, { kind }) => {
      toast('good', t('member.act.recorded', { act: t(`member.act.${kind}`) }))
      await Promise.all((['view', 'timeline', 'points', 'consents'] as const).map((part) => queries.invalidateQueries({ queryKey: keyOf(chain.id, member, part) })))
    },
    onError: (failure, { kind }) => {
      const { text, english } = failure instanceof NotTaken ? reasonIn(t, failure.item) : reasonOf(t, failure)
      toast('bad', t('member.act.refused', { act: t(`member.act.${kind}`), why: text }), english)
    },
    onSettled: (_, __, { item }) => setPending((acts) => acts.filter(({ id }) => id !== item.id)),
  })

  return {
    pending,
    record: (kind: ActKind, fields: ActFields) =>
      send.mutate({ kind, item: itemOf(kind, fields, { id: crypto.randomUUID(), member, store }) }),
    untag: (name: string) => send.mutate({ kind: 'untag', item: { id: crypto.randomUUID(), type: 'untag', member, name } }),
    consent: (channel: string | null, given: boolean) =>
      send.mutate({ kind: 'consent', item: { id: crypto.randomUUID(), type: 'consent', member, given, ...(channel === null ? {} : { channel }) } }),
  }
}

export type Recording = ReturnType<typeof useRecording>
