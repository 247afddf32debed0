const left = 'engagement.leftApp'

/** The script that this page was started by: its name changes with every build of the app. */
function startedBy(page: Document): string | undefined {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined
}

/**
 * Whether the server has another build of the app than the one that is open: what this one loads late is gone then, and only a new start
 * brings what fits together. True once for each build that is left, so that a page held back somewhere on the way cannot have it start
 * over and over.
 */
export async function isLeftBehind(open: Document = document): Promise<boolean> {
  const own = startedBy(open)
  if (own === undefined) return false
  try {
    const response = await fetch(new Request(new URL('/', location.origin), { cache: 'no-store' }))
    if (!response.ok) return false
    const there = startedBy(new DOMParser().parseFromString(await response.text(), 'text/html'))
    return there !== undefined && there !== own && leave(own)
  } catch {
    // No way to the server: nothing would start anew.
    return false
  }
}

function leave(build: string): boolean {
  try {
    if (sessionStorage.getItem(left) === build) return false
    sessionStorage.setItem(left, build)
    return true
  } catch {
    // Without a memory of it the page might start over for ever.
    return false
  }
}
