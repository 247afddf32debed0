import type { Format } from '../format/format'
import { useNow } from './ClockContext'

/** Takes the format from its row: hundreds of these tick, and nothing else of the row does. */
export function RelativeTime({ at, format }: { at: number; format: Format }) {
  const now = useNow()
  // An event cannot lie ahead; the page's idea of the server's clock may be a moment behind.
  return now === undefined ? null : <>{format.relative(Math.min(at, now), now)}</>
}
