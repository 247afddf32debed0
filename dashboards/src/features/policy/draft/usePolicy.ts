import { useQuery, useQueryClient } from '@tanstack/react-query'
import { readPolicy, readSchema, type Scope } from './policyCalls'

export const policyKey = ({ chain, store }: Scope) => ['policy', chain, store ?? null]

/** The policy as it stands, with the schema that says what it may hold. That is the program's, and the same as long as a page is open. */
export function usePolicy(scope: Scope) {
  const queries = useQueryClient()
  return useQuery({
    queryKey: policyKey(scope),
    queryFn: async () => {
      const root = await queries.query({ queryKey: ['policySchema'], queryFn: readSchema, staleTime: 'static' })
      return { root, ...(await readPolicy(scope, root)) }
    },
    refetchOnMount: 'always',
  })
}
