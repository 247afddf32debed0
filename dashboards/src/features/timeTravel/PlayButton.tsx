import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Journey } from './useJourney'

/** How long each day is looked at, and how long one that is slow to come is waited for. In milliseconds. */
const aDay = 700
const slow = 4_000

/** Lets the days run by, each once the one before is on the screen, up to the present. */
export function PlayButton({ journey, now }: { journey: Journey; now: number }) {
  const { t } = useTranslation()
  const { instant, step } = journey
  const [isPlaying, setPlaying] = useState(false)
  const isWaiting = useIsFetching() > 0
  const plays = isPlaying && instant !== undefined

  useEffect(() => {
    if (!plays) return
    const timer = setTimeout(() => step('day', 1), isWaiting ? slow : aDay)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Only a new day, or its arrival, sets the next one going.
  }, [plays, instant, isWaiting])

  const toggle = () => {
    setPlaying(!plays)
    // From the present there is nothing to play: the month before it is.
    if (!plays && instant === undefined) step('month', -1)
  }

  return (
    <Button onClick={toggle} aria-pressed={plays} disabled={journey.first >= now}>
      <Icon name={plays ? 'pause' : 'play'} size={16} />
      {plays ? t('timeTravel.pause') : t('timeTravel.play')}
    </Button>
  )
}
