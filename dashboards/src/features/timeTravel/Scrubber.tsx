import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import styles from './Scrubber.module.css'
import type { Step } from './journey'
import { courseOf } from './past'
import type { Journey } from './useJourney'

const minute = 60_000
/** How long a hand must rest before the server is asked: each place on the way would be an answer nobody reads. */
const rest = 300

const keys: Record<string, [Step, number]> = {
  ArrowLeft: ['day', -1],
  ArrowDown: ['day', -1],
  ArrowRight: ['day', 1],
  ArrowUp: ['day', 1],
  PageDown: ['week', -1],
  PageUp: ['week', 1],
}

/** The line along which one is drawn through time, with how many came in each month behind it. */
export function Scrubber({ journey, now }: { journey: Journey; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { first, months, instant, go, step } = journey
  /** Where the hand is, while it moves. */
  const [held, setHeld] = useState<number>()
  const shown = held ?? instant ?? now
  const said = held === undefined && instant === undefined ? t('timeTravel.now') : `${format.day(shown)} ${format.coarseClock(shown)}`

  useEffect(() => {
    if (held === undefined) return
    const timer = setTimeout(() => {
      go(held)
      setHeld(undefined)
    }, rest)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- The present moves on each second; the hand that rests does not wait for it.
  }, [held])

  const press = (event: KeyboardEvent) => {
    const pressed = keys[event.key]
    if (pressed) step(...pressed)
    else if (event.key === 'Home') go(first)
    else if (event.key === 'End') go(now)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.scrubber}>
      <output className={styles.said} aria-hidden="true">
        {said}
      </output>
      <svg className={styles.course} viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
        <path d={courseOf(months, first, now)} />
      </svg>
      <input
        type="range"
        className={styles.line}
        aria-label={t('timeTravel.instant')}
        aria-valuetext={said}
        title={months.length > 1 ? t('timeTravel.behind') : undefined}
        min={first}
        max={now}
        step={minute}
        value={shown}
        onChange={({ target }) => setHeld(Number(target.value))}
        onKeyDown={press}
      />
    </div>
  )
}
