import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Refusal, answer, api } from '@/api/client'
import type { Simulation } from '@/api/types'
import type { JsonObject } from '../document/json'
import { runs } from '../draft/drafts'
import { useKept } from '../draft/keptInMemory'
import type { Scope } from '../draft/policyCalls'
import { useDraftName } from '../draft/useDraft'

/** How often it is asked how far it is, in milliseconds. */
const pace = 700

export interface Wish {
  baseline: 'actual' | 'present'
  from: string | undefined
  to: string | undefined
}

/** A what-if of the draft: begun, followed, ended. It goes on while the reader is on another page. */
export function useSimulation(scope: Scope, document: JsonObject) {
  const { chain, store } = scope
  const queries = useQueryClient()
  const name = useDraftName(scope)
  const run = useKept(runs, name)
  const key = ['simulation', chain, run]
  const path = { chain, run: run ?? '' }
  const take = (simulation: Simulation) => {
    queries.setQueryData(['simulation', chain, simulation.id], simulation)
    runs.set(name, simulation.id)
  }
  const begin = useMutation({
    mutationFn: ({ baseline, from, to }: Wish) =>
      answer(
        api.POST('/v1/chains/{chain}/policy/simulate', {
          params: { path: { chain } },
          body: {
            ...(store === undefined ? { policy: document as never } : { overrides: { [store]: document } as never, stores: [store] }),
            baseline,
            ...(from !== undefined && { from }),
            ...(to !== undefined && { to }),
          },
        }),
      ),
    onSuccess: take,
  })
  const cancel = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/chains/{chain}/policy/simulations/{run}', { params: { path } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const simulation = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/v1/chains/{chain}/policy/simulations/{run}', { params: { path } })),
    enabled: run !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? pace : false),
    // The node forgets a run after an hour: to ask again would not bring it back.
    retry: (count, failure) => !(failure instanceof Refusal) && count < 2,
  })
  return { begin, cancel, simulation: run === undefined ? undefined : simulation, forget: () => runs.set(name, undefined) }
}
