import { createContext } from 'react'

/** The place in a card's head for tools of what the card holds, such as a table's download; null where there is no card, or not yet. */
export const CardTools = createContext<HTMLElement | null>(null)
