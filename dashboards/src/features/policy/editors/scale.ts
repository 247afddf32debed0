import type { Format } from '@/shared/format/format'
import type { Unit } from '../words/units'

/** How many times what is stored is shown: a share is kept as a part of one and read as a percentage. */
export function scaleOf(unit: Unit | undefined): number {
  return unit === 'share' ? 100 : 1
}

export function currencySign(format: Format): string {
  return format.money(0).replace(/[\d\s]/g, '')
}
