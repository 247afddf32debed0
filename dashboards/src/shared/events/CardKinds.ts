import { createContext } from 'react'

/** What kinds the cards are that events name by their numbers, where somebody has asked: on a member's own page. */
export const CardKinds = createContext<ReadonlyMap<string, string>>(new Map())
