import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { versioned, type Scope } from '../draft/policyCalls'

const pageSize = '30'

/** Who changed what when, the latest first. */
export function useVersions({ chain, store }: Scope) {
  return useInfiniteQuery({
    queryKey: ['policyVersions', chain, store ?? null],
    queryFn: ({ pageParam }) => {
      const query = { limit: Number(pageSize), ...(pageParam !== undefined && { cursor: pageParam }) }
      return store === undefined
        ? answer(api.GET('/v1/chains/{chain}/policy/versions', { params: { path: { chain }, query } }))
        : answer(api.GET('/v1/chains/{chain}/stores/{store}/policy/versions', { params: { path: { chain, store }, query } }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnMount: 'always',
  })
}

/** One version with its document. It never changes. */
export function useVersion({ chain, store }: Scope, version: number) {
  return useQuery({
    queryKey: ['policyVersion', chain, store ?? null, version],
    queryFn: () =>
      store === undefined
        ? answer(api.GET('/v1/chains/{chain}/policy/versions/{version}', { params: { path: { chain, version } } }))
        : answer(api.GET('/v1/chains/{chain}/stores/{store}/policy/versions/{version}', { params: { path: { chain, store, version } } })),
    staleTime: Infinity,
  })
}

interface Wish {
  version: number
  note: string
  etag: string | undefined
  dropOverrides: boolean
}

/** Puts a version as it was, as a new one. */
export function useRestore({ chain, store }: Scope) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ version, note, etag, dropOverrides }: Wish) => {
      const headers = etag === undefined ? {} : { 'If-Match': etag }
      const query = { ...(note !== '' && { note }), ...(dropOverrides && { dropOverrides }) }
      return versioned(
        store === undefined
          ? api.POST('/v1/chains/{chain}/policy/versions/{version}/restore', { params: { path: { chain, version }, query }, headers })
          : api.POST('/v1/chains/{chain}/stores/{store}/policy/versions/{version}/restore', {
              params: { path: { chain, store, version }, query: note === '' ? {} : { note } },
              headers,
            }),
      )
    },
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: ['policy', chain] }), queries.invalidateQueries({ queryKey: ['policyVersions', chain] })]),
  })
}
