import { useAddress, type Field } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'

/** What the list is narrowed to, without the words that somebody searches for: those are nowhere but in her field. */
export interface Narrowing {
  store?: string
  stage?: string
  flag?: string
  rfmGroup?: string
  /** A cell of the RFM grid, or a row or column of it: scores from 1 to 5. */
  r?: number
  f?: number
  m?: number
}

export const narrowingFields = ['stage', 'flag', 'group', 'r', 'f', 'm'] as const satisfies readonly Field[]

export const nothingNarrowed = Object.fromEntries(narrowingFields.map((field) => [field, undefined]))

/** A score as an address holds it; undefined for what is none. */
export function scoreOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-5]$/.test(text) ? Number(text) : undefined
}

/** Leaves out what asks for nothing: the server takes a missing field for that, and nothing else. */
export function withoutGaps<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** What the address says. */
export function useNarrowing(): Narrowing {
  const { store } = useChain()
  const [stage, flag, rfmGroup] = [useAddress('stage'), useAddress('flag'), useAddress('group')]
  const [r, f, m] = [scoreOf(useAddress('r')), scoreOf(useAddress('f')), scoreOf(useAddress('m'))]
  return withoutGaps({ store, stage, flag, rfmGroup, r, f, m })
}
