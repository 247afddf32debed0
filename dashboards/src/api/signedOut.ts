type Listener = () => void

const listeners = new Set<Listener>()

/** Called by whatever meets a 401, HTTP or hub, so that one place leads back to signing in. */
export function reportSignedOut(): void {
  for (const listener of listeners) listener()
}

export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
