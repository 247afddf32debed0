import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CommittedEvent } from '@/api/types'
import { useFreshened } from '@/live/useFreshened'
import { useAt } from '@/shared/time/useAt'

/** The server answers from what is up to a minute old: asking more often would bring the same. */
const pace = 60_000

const isCounted = ({ type }: CommittedEvent) => type === 'purchase' || type === 'visit' || type === 'stage_changed'

interface Question<Data> {
  /** What is asked, and of what; the instant that is looked at need not be in it. */
  key: readonly unknown[]
  ask: (at: string | undefined) => Promise<Data>
  /** Whether there is enough to ask with. */
  isReady?: boolean
  /** What makes the answer old; counted acts and changes of stage where this is missing. */
  concerns?: (event: CommittedEvent) => boolean
}

/** Asks for figures of now or of the past instant in the address. What was shown stays until the next answer is there. */
export function useInsight<Data>({ key, ask, isReady = true, concerns = isCounted }: Question<Data>) {
  const at = useAt()
  const queryKey = ['insight', ...key, at]
  useFreshened(queryKey, (event) => at === undefined && concerns(event), pace)
  return useQuery({ queryKey, queryFn: () => ask(at), enabled: isReady, placeholderData: keepPreviousData })
}
