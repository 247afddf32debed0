import { useTranslation } from 'react-i18next'
import type { ArmFigures, UpliftFigures } from '@/api/types'
import { useFormat } from '../format/useFormat'
import { Interval } from './Interval'
import styles from './Uplift.module.css'
import { verdictOf } from './verdict'

interface UpliftProps {
  treated: ArmFigures
  heldOut: ArmFigures
  uplift: UpliftFigures | null
}

/** Whether it helped: in words first, then the interval in which the truth lies, then both groups. */
export function Uplift({ treated, heldOut, uplift }: UpliftProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const verdict = verdictOf(treated, heldOut, uplift)
  const told = verdict.kind === 'open' ? format.signed : format.number
  const bounds = 'low' in verdict ? { low: told(verdict.low), high: told(verdict.high) } : {}
  const money = uplift?.revenuePerMember

  const arm = (name: 'treated' | 'heldOut', figures: ArmFigures) => (
    <div className={styles.arm} data-arm={name}>
      <dt>{t(`recall.uplift.${name}`)}</dt>
      <dd>
        <b>{figures.returnRate == null ? '–' : format.percent(figures.returnRate)}</b>{' '}
        {t('recall.uplift.cameBack', { count: figures.entered, returned: format.number(figures.returned), entered: format.number(figures.entered) })}
        {figures.revenuePerMember != null && ` · ${t('recall.uplift.each', { amount: format.money(Math.round(figures.revenuePerMember)) })}`}
      </dd>
    </div>
  )

  return (
    <div className={styles.uplift}>
      <p className={styles.verdict} data-verdict={verdict.kind}>
        {t(`recall.verdict.${verdict.kind}`, bounds)}
      </p>
      {uplift && <Interval {...uplift.returnRate} isConclusive={uplift.isConclusive} />}
      {verdict.kind !== 'nobody' && (
        <dl className={styles.arms}>
          {arm('treated', treated)}
          {heldOut.entered > 0 && arm('heldOut', heldOut)}
        </dl>
      )}
      {money && (
        <p className={styles.money}>
          {t('recall.uplift.money', {
            difference: format.signedMoney(Math.round(money.difference)),
            low: format.signedMoney(Math.round(money.low)),
            high: format.signedMoney(Math.round(money.high)),
          })}
        </p>
      )}
    </div>
  )
}
