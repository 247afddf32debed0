import { useFormat } from '../format/useFormat'
import { useNow } from './ClockContext'

/** How far off an instant is, before or behind, with its date for who wants to know exactly. */
export function Until({ at, now: shownNow }: { at: string; now?: number | undefined }) {
  const format = useFormat()
  const present = useNow()
  const now = shownNow ?? present
  const instant = Date.parse(at)
  return (
    <time dateTime={at} title={format.exact(instant)}>
      {now === undefined ? format.date(instant) : format.relative(instant, now)}
    </time>
  )
}
