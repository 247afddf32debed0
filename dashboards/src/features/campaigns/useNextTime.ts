import { use } from 'react'
import type { Campaign } from '@/api/types'
import { useNow } from '@/shared/clock/ClockContext'
import { PlaceContext, useFormat } from '@/shared/format/useFormat'
import { wallClockOf } from '@/shared/time/wallClock'
import { timingOf } from './cron'
import { nextOf } from './nextOf'

const minute = 60_000

/** Says when a campaign goes next by the clocks of the stores; a dash where it does not, or where only its own page can tell. */
export function useNextTime(): (campaign: Campaign) => string {
  const format = useFormat()
  const now = useNow(minute)
  const { timeZone } = use(PlaceContext)
  return ({ paused, schedule }) => {
    if (paused || now === undefined) return '–'
    const next = nextOf(timingOf(schedule), wallClockOf(now, timeZone))
    if (next === undefined) return '–'
    const [date = '', time] = next.split('T')
    return `${format.calendarDay(date)} ${time}`
  }
}
