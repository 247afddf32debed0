import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { Segment } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'

export interface SegmentToKeep {
  name: string
  title: string
  segment: Segment
}

/** The segments that the chain keeps. */
export function useSegments() {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['segments', chain.id],
    queryFn: async () => (await answer(api.GET('/v1/chains/{chain}/segments', { params: { path: { chain: chain.id } } }))).items,
  })
}

/** How many are in a kept segment, by home store. */
export function useSegmentCount(segment: string) {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['segmentCount', chain.id, segment],
    queryFn: () => answer(api.GET('/v1/chains/{chain}/segments/{segment}/count', { params: { path: { chain: chain.id, segment } } })),
    refetchOnMount: 'always',
  })
}

/** How many would be in a segment that is still being made. */
export function useCountOf(segment: Segment) {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['segmentCount', chain.id, segment],
    queryFn: ({ signal }) =>
      answer(api.POST('/v1/chains/{chain}/segments/count', { params: { path: { chain: chain.id } }, body: { segment } as never, signal })),
    gcTime: 0,
  })
}

export function useKeepSegment(onKept: (name: string) => void) {
  const { chain } = useChain()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, title, segment }: SegmentToKeep) =>
      answer(
        api.PUT('/v1/chains/{chain}/segments/{segment}', {
          params: { path: { chain: chain.id, segment: name } },
          body: { title, segment } as never,
        }),
      ),
    onSuccess: async (_, { name }) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['segments', chain.id] }),
        queries.invalidateQueries({ queryKey: ['segmentCount', chain.id, name] }),
        queries.invalidateQueries({ queryKey: ['members', chain.id, name] }),
      ])
      onKept(name)
    },
  })
}

export function useDropSegment(onGone: () => void) {
  const { chain } = useChain()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (segment: string) =>
      answer(api.DELETE('/v1/chains/{chain}/segments/{segment}', { params: { path: { chain: chain.id, segment } } })),
    onSuccess: async () => {
      onGone()
      await queries.invalidateQueries({ queryKey: ['segments', chain.id] })
    },
  })
}
