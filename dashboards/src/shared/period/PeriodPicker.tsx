import { useTranslation } from 'react-i18next'
import { writeAddress } from '../address/useAddress'
import { Select } from '../ui/Select'
import styles from './PeriodPicker.module.css'
import { dayOf, daysOf, spans, type Span } from './period'
import { usePeriod } from './usePeriod'

interface PeriodPickerProps {
  /** What is shown while nobody has chosen. */
  usual: Span
  /** Which spans make sense here; all of them where this is missing. */
  offered?: readonly Span[]
}

/** Which days the figures are of. The choice is in the address, so that a link shows the same. */
export function PeriodPicker({ usual, offered = spans }: PeriodPickerProps) {
  const { t } = useTranslation()
  const { choice, end } = usePeriod(usual)
  const last = end === undefined ? undefined : dayOf(end)
  const names = {
    '7': t('period.7'),
    '30': t('period.30'),
    '90': t('period.90'),
    '365': t('period.365'),
    all: t('period.all'),
    own: t('period.own'),
  }

  const pick = (span: Span | 'own') => {
    if (span !== 'own') writeAddress({ period: span === usual ? undefined : span, from: undefined, to: undefined })
    else if (end !== undefined) writeAddress({ period: undefined, ...daysOf({ span: '30' }, end, true) })
  }

  return (
    <div className={styles.period} role="group" aria-label={t('period.label')}>
      <Select
        label={t('period.label')}
        value={choice.span}
        options={[...offered, 'own' as const].map((id) => ({ id, name: names[id] }))}
        onPick={pick}
      />
      {choice.span === 'own' && (
        <>
          <input
            type="date"
            className={styles.day}
            aria-label={t('period.from')}
            value={choice.from}
            max={choice.to}
            onChange={({ target }) => target.value !== '' && writeAddress({ from: target.value }, 'replace')}
          />
          <span aria-hidden="true">–</span>
          <input
            type="date"
            className={styles.day}
            aria-label={t('period.to')}
            value={choice.to}
            min={choice.from}
            max={last}
            onChange={({ target }) => target.value !== '' && writeAddress({ to: target.value }, 'replace')}
          />
        </>
      )}
    </div>
  )
}
