import { use } from 'react'
import type { Campaign } from '@/api/types'
import { useNow } from '@/shared/clock/ClockContext'
import { PlaceContext, useFormat } from '@/shared/format/useFormat'
import { wallClockOf } from '@/shared/time/wallClock'
import { timingOf } from './cron'
import { nextOf } from './nextOf'

const minute = 60_000

/** When a campaign goes next by the clocks of the stores; a dash where it does not, or where only its own page can tell. */
export function NextTime({ campaign }: { campaign: Campaign }) {
  const format = useFormat()
  const now = useNow(minute)
  const { timeZone } = use(PlaceContext)
  if (campaign.paused || now === undefined) return '–'
  const next = nextOf(timingOf(campaign.schedule), wallClockOf(now, timeZone))
  if (next === undefined) return '–'
  const [date = '', time] = next.split('T')
  return `${format.calendarDay(date)} ${time}`
}
