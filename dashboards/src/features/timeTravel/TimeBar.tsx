import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { InstantField } from './InstantField'
import { PlayButton } from './PlayButton'
import { Scrubber } from './Scrubber'
import styles from './TimeBar.module.css'
import { useJourney } from './useJourney'

interface TimeBarProps {
  /** The server's present. */
  now: number
  onClose: () => void
}

const steps = [
  ['month', -1],
  ['week', -1],
  ['day', -1],
  ['day', 1],
  ['week', 1],
  ['month', 1],
] as const

/** From the chain's first month to the present: drawn along, stepped through, gone to, or played. */
export function TimeBar({ now, onClose }: TimeBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const journey = useJourney(now)
  const { first, instant, step } = journey
  const shortOf = (unit: (typeof steps)[number][0], count: number) => `${count < 0 ? '−' : '+'}${t(`timeTravel.unit.${unit}`)}`

  return (
    <section id="time-bar" className={styles.bar} aria-label={t('timeTravel.title')}>
      <Scrubber journey={journey} now={now} />
      <div className={styles.ends} aria-hidden="true">
        <span>{format.day(first)}</span>
        <span>{t('timeTravel.now')}</span>
      </div>
      <div className={styles.ways}>
        <div className={styles.steps} role="group" aria-label={t('timeTravel.steps')}>
          {steps.map(([unit, count]) => (
            <Button
              key={`${unit}${count}`}
              className={styles.step}
              disabled={count > 0 ? instant === undefined : (instant ?? now) <= first}
              aria-label={`${shortOf(unit, count)}: ${t(count > 0 ? `timeTravel.on.${unit}` : `timeTravel.before.${unit}`)}`}
              onClick={() => step(unit, count)}
            >
              {shortOf(unit, count)}
            </Button>
          ))}
        </div>
        <PlayButton journey={journey} now={now} />
        <InstantField journey={journey} now={now} />
        <Button look="quiet" className={styles.close} aria-label={t('timeTravel.close')} onClick={onClose}>
          <Icon name="cross" />
        </Button>
      </div>
    </section>
  )
}
