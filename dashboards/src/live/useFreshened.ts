import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { CommittedEvent } from '@/api/types'
import { useEvents } from './useEvents'

/** How often figures that are dear to work out are asked for again while things happen, in milliseconds. */
const pace = 5_000

/** Has a query asked again, now and then, when something that it depends on happens, and after each break of the connection. */
export function useFreshened(queryKey: QueryKey, concerns: (event: CommittedEvent) => boolean, interval = pace): void {
  const queries = useQueryClient()
  const freshen = () => void queries.invalidateQueries({ queryKey })
  useEvents({ onEvents: (events) => events.some(concerns) && freshen(), onHealed: freshen }, interval)
}
