import { QueryClient } from '@tanstack/react-query'
import { Refusal } from '@/api/client'

const minute = 60_000

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * minute,
        // What the server refused once it refuses again; what did not arrive may.
        retry: (failures, failure) => !(failure instanceof Refusal && failure.status < 500) && failures < 3,
      },
    },
  })
}
