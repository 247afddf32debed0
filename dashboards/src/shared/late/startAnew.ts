/** Loads the whole app again, at the same address. */
export function startAnew(): void {
  location.reload()
}
