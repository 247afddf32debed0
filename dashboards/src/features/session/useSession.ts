import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, Refusal } from '@/api/client'
import { onSignedOut, reportSignedOut } from '@/api/signedOut'
import type { Session } from '@/api/types'
import { takeCode } from './signInCode'

const sessionKey = ['session']

/** Who is signed in; null when nobody is. A one-time code in the address is redeemed on the way. */
async function fetchSession(): Promise<Session | null> {
  const code = takeCode()
  if (code !== undefined) return answer(api.POST('/v1/session', { body: { code } }))
  try {
    return await answer(api.GET('/v1/session'))
  } catch (failure) {
    if (failure instanceof Refusal && failure.status === 401) return null
    throw failure
  }
}

export function useSession() {
  const queries = useQueryClient()

  useEffect(
    () =>
      onSignedOut(() => {
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
        queries.setQueryData(sessionKey, null)
      }),
    [queries],
  )

  return useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Infinity, retry: retryUnlessRefused })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => answer(api.POST('/v1/session', { body: { key } })),
    onSuccess: (session) => queries.setQueryData(sessionKey, session),
  })
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => answer(api.DELETE('/v1/session')),
    onSuccess: reportSignedOut,
    // A session that ran out meanwhile is over as well.
    onError: (failure) => failure instanceof Refusal && failure.status === 401 && reportSignedOut(),
  })
}

function retryUnlessRefused(failures: number, failure: Error): boolean {
  return !(failure instanceof Refusal) && failures < 2
}
