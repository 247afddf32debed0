import type { Session } from '@/api/types'

/** Rights that only look. All others change something, or take it away. */
const looks = /^(see_|read_)/

/** The same reader with the rights that only look. */
export function readingOnly(session: Session): Session {
  return { ...session, rights: Object.fromEntries(Object.entries(session.rights).filter(([right]) => looks.test(right))) }
}
