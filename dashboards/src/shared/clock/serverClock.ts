/** The server's business clock as known here; it may be simulated and run faster than real time. */
export interface ServerClock {
  /** What the server's clock showed… */
  readonly shown: number
  /** …when this page's own clock, in milliseconds since it was opened, showed this. */
  readonly when: number
  readonly speed: number
}

export function readClock(clock: ServerClock, when: number): number {
  return clock.shown + (when - clock.when) * clock.speed
}

/** A board is proof that the server's clock has come at least this far. */
export function notBefore(clock: ServerClock, asOf: number, when: number): ServerClock {
  return readClock(clock, when) >= asOf ? clock : { ...clock, shown: asOf, when }
}
