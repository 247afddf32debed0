import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import type { Range } from './grid'

/** Says what a score stands for: how many days, how many times, how much money. */
export function useRangeWords() {
  const { t } = useTranslation()
  const format = useFormat()

  const span = (range: Range | undefined) => {
    if (range === undefined) return '–'
    const { low, high } = range
    if (low !== undefined && high !== undefined) return low === high ? format.number(low) : `${format.number(low)}–${format.number(high)}`
    if (low !== undefined) return `≥ ${format.number(low)}`
    return high === undefined ? '–' : `≤ ${format.number(high)}`
  }

  return {
    days: (range: Range | undefined) => t('insights.rfm.days', { span: span(range) }),
    times: (range: Range | undefined) => t('insights.rfm.times', { span: span(range) }),
    /** More than one amount, and no more than the other. */
    money: (above: number | undefined, upTo: number | undefined) => {
      if (above !== undefined && upTo !== undefined) return t('insights.rfm.paidBetween', { above: format.money(above), upTo: format.money(upTo) })
      if (above !== undefined) return t('insights.rfm.paidAbove', { above: format.money(above) })
      return upTo === undefined ? undefined : t('insights.rfm.paidUpTo', { upTo: format.money(upTo) })
    },
  }
}
