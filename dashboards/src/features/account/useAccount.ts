import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { reportSignedOut } from '@/api/signedOut'

const accountKey = ['account']
const sessionsKey = ['account', 'sessions']

export function useAccount(isThere: boolean) {
  return useQuery({ queryKey: accountKey, queryFn: () => answer(api.GET('/v1/account')), enabled: isThere })
}

export function useSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async () => (await answer(api.GET('/v1/account/sessions'))).items,
    staleTime: 0,
  })
}

/** Something done to the account, after which it is read anew. */
export function useChange<Wish, Result>(change: (wish: Wish) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: accountKey }) })
}

export function useSignOutEverywhere() {
  return useMutation({ mutationFn: () => answer(api.DELETE('/v1/account/sessions')), onSuccess: reportSignedOut })
}
