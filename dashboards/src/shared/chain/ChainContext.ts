import { createContext, use } from 'react'
import type { Chain, Session, Store } from '@/api/types'

/** What something reaches for, as `GET /v1/session` names it. */
export type Right = string

/** The chain that is looked at, and as whom. */
export interface ChainView {
  chain: Chain
  /** The store that is looked at; undefined for the whole chain. */
  store: string | undefined
  /** The stores that the reader may look at; empty until they are known. */
  stores: readonly Store[]
  storeName: (id: string) => string
  session: Session
}

export const ChainContext = createContext<ChainView | undefined>(undefined)

export function useChain(): ChainView {
  const view = use(ChainContext)
  if (!view) throw new Error('There is no chain above this component.')
  return view
}

/** Whether the reader has a right, however far it reaches. The server decides; this only spares her buttons that would be refused. */
export function may(session: Session, right: Right): boolean {
  return right in session.rights
}

/** Whether the reader's right reaches further than her own stores. */
export function mayInChain(session: Session, right: Right): boolean {
  return may(session, right) && session.rights[right] !== 'own_stores'
}

export function useMay(right: Right): boolean {
  return may(useChain().session, right)
}
