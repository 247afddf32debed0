const delays = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

/** Waits longer with each failure, and never exactly as long as the neighbours: a restarted server meets them one by one. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const delay = delays[Math.min(failures, delays.length - 1)] ?? 0
  return Math.round(delay * (0.8 + 0.4 * random()))
}
