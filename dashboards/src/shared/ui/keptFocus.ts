let isFirstPage = true

/** Says that somebody stands at the door: the page that she comes to is not where her visit begins. */
export function leaveTheDoor(): void {
  isFirstPage = false
}

/**
 * Takes the focus to a page that has come in the place of another, where what had it has gone with that: whoever works by keyboard
 * goes on there, and is not thrown back to the top. A visit itself begins at the top.
 */
export function keepFocus(page: HTMLElement | null): void {
  const isLost = document.activeElement === null || document.activeElement === document.body
  if (isLost && !isFirstPage) page?.focus({ preventScroll: true })
  isFirstPage = false
}
