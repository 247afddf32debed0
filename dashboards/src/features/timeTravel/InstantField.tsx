import { useTranslation } from 'react-i18next'
import { instantOf, wallClockOf } from '@/shared/time/wallClock'
import styles from './InstantField.module.css'
import type { Journey } from './useJourney'

/** The instant as a date and a time of day, by the clock of the store. */
export function InstantField({ journey: { first, instant, timeZone, go }, now }: { journey: Journey; now: number }) {
  const { t } = useTranslation()
  const place = timeZone === undefined ? t('timeTravel.ownZone') : t('timeTravel.zone', { timeZone })
  return (
    <label className={styles.field}>
      <span className="hidden-but-read">{t('timeTravel.goTo')}</span>
      <input
        // Written anew when it is another instant or clock, and not under the reader's hands while the present moves on.
        key={`${String(instant ?? 'present')} ${timeZone}`}
        type="datetime-local"
        className={styles.input}
        defaultValue={wallClockOf(instant ?? now, timeZone)}
        min={wallClockOf(first, timeZone)}
        title={place}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={({ target }) => {
          const wanted = target.value === target.defaultValue ? undefined : instantOf(target.value, timeZone)
          if (wanted !== undefined) go(wanted)
        }}
      />
      <span className={styles.place}>{place}</span>
    </label>
  )
}
