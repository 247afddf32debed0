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

/** @param isWanted false while somebody chooses a password by a link, whoever else this browser belongs to. */
export function useSession(isWanted = true) {
  const queries = useQueryClient()

  useEffect(
    () =>
      onSignedOut(() => {
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
        queries.setQueryData(sessionKey, null)
      }),
    [queries],
  )

  return useQuery({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: Infinity,
    retry: retryUnlessRefused,
    enabled: isWanted,
  })
}

export type Credentials = { key: string } | { signInName: string; password: string; totp?: string }

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Credentials) => answer(api.POST('/v1/session', { body: credentials })),
    onSuccess: (session) => queries.setQueryData(sessionKey, session),
  })
}

interface Acceptance {
  code: string
  password: string
  signInName?: string
  totp?: string
}

export function useAccept() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (acceptance: Acceptance) => answer(api.POST('/v1/session/accept', { body: acceptance })),
    onSuccess: (session) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
      queries.setQueryData(sessionKey, session)
    },
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
