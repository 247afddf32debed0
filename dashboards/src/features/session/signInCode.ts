/**
 * The one-time code of a sign-in link, taken out of the address at once: it must not stay in the history, be
 * bookmarked, or be redeemed a second time.
 */
export function takeCode(): string | undefined {
  return take('code')
}

export type Link = { kind: 'invite' | 'recover'; code: string } | { kind: 'refused'; why: string }

const kinds = ['invite', 'recover', 'refused'] as const

/** What else a link may have led here for: choosing a password, or an identity provider's word that it came to nothing. */
export function takeLink(): Link | undefined {
  for (const kind of kinds) {
    const text = take(kind)
    if (text !== undefined) return kind === 'refused' ? { kind, why: text } : { kind, code: text }
  }
  return undefined
}

function take(name: string): string | undefined {
  const text = new URLSearchParams(location.hash.slice(1)).get(name)
  if (!text) return undefined
  history.replaceState(null, '', location.pathname + location.search)
  return text
}
