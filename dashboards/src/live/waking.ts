const beat = 10_000

/** More than the minute to which browsers slow the timers of hidden pages: only a page that stood still is this late. */
const standstill = 90_000

/** Calls back when the page goes on after it stood still: the computer slept, or the browser froze it. Returns how to stop. */
export function onWaking(wake: () => void): () => void {
  let last = Date.now()
  const timer = setInterval(() => {
    const now = Date.now()
    const stoodStill = now - last > standstill
    last = now
    if (stoodStill) wake()
  }, beat)
  const restored = ({ persisted }: PageTransitionEvent) => {
    if (persisted) wake()
  }
  document.addEventListener('resume', wake)
  addEventListener('pageshow', restored)
  return () => {
    clearInterval(timer)
    document.removeEventListener('resume', wake)
    removeEventListener('pageshow', restored)
  }
}
