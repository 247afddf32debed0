import { useAddress } from '../address/useAddress'

/** The past instant that is looked at, as RFC 3339; undefined while it is the present, followed live. */
export function useAt(): string | undefined {
  const at = useAddress('at')
  if (at === undefined) return undefined
  const instant = Date.parse(at)
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString()
}
