import { useAddress } from '@/shared/address/useAddress'
import { useNow } from '@/shared/clock/ClockContext'
import { daysOf, type Days } from './period'

/** The days that the address asks for; undefined while it is not known which day it is. */
export function usePeriod(): Days | undefined {
  const from = useAddress('from')
  const to = useAddress('to')
  const now = useNow(10_000)
  if (now === undefined) return from === undefined && to === undefined ? daysOf(undefined, undefined, 0) : undefined
  return daysOf(from, to, now)
}
