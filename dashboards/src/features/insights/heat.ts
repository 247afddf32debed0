/** The steps of shade that a cell may have, 0 for nothing at all. */
export const strongest = 5

/**
 * How strongly a cell is shaded, of the strongest there is. By the square root: a few very full cells would else leave all others
 * pale. The figure stands in the cell as well.
 */
export function heatOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0
  return Math.min(strongest, Math.max(1, Math.ceil(Math.sqrt(value / most) * strongest)))
}
