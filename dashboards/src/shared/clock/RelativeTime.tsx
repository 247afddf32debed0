import { useFormat } from '../format/useFormat'
import { useNow } from './ClockContext'

export function RelativeTime({ at }: { at: number }) {
  const now = useNow()
  const format = useFormat()
  // An event cannot lie ahead; the page's idea of the server's clock may be a moment behind.
  return now === undefined ? null : <>{format.relative(Math.min(at, now), now)}</>
}
