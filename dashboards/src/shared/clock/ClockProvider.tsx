import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { answer, api } from '@/api/client'
import { useLiveState } from '@/live/LiveContext'
import { ClockContext } from './ClockContext'
import { notBefore, type ServerClock } from './serverClock'

const minute = 60_000

async function ask(): Promise<ServerClock> {
  const asked = performance.now()
  const { now, speed } = await answer(api.GET('/v1/clock'))
  // The answer was true somewhere between asking and hearing; the middle errs least.
  const when = (asked + performance.now()) / 2
  return { shown: Date.parse(now), when, speed }
}

export function ClockProvider({ children }: { children: ReactNode }) {
  const { data: told } = useQuery({
    queryKey: ['clock'],
    queryFn: ask,
    refetchInterval: 5 * minute,
    refetchOnReconnect: true,
    refetchOnWindowFocus: true,
    structuralSharing: false,
  })
  const asOf = useLiveState((state) => state.board?.asOf)
  const clock = useMemo(
    // eslint-disable-next-line react-hooks/purity -- The instant at which the board arrived is what is wanted.
    () => told && (asOf === undefined ? told : notBefore(told, Date.parse(asOf), performance.now())),
    [told, asOf],
  )
  return <ClockContext value={clock}>{children}</ClockContext>
}
