/**
 * The one-time code of a sign-in link, taken out of the address at once: it must not stay in the history, be
 * bookmarked, or be redeemed a second time.
 */
export function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (!code) return undefined
  history.replaceState(null, '', location.pathname + location.search)
  return code
}
