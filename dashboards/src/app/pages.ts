export const pages = ['board', 'queue'] as const

export type Page = (typeof pages)[number]

/** The page that an address means; whatever it does not know is the board. */
export function pageOf(address: string | undefined): Page {
  return pages.find((page) => page === address) ?? 'board'
}
