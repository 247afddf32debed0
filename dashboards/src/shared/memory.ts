type Remembered = 'theme' | 'language' | 'ring' | 'queueKeys'

/** Storage may be refused, for example in a private window; nothing depends on it. */
export function remember(name: Remembered, value: string): void {
  try {
    localStorage.setItem(`engagement.${name}`, value)
  } catch {
    // The choice then holds until the page is closed.
  }
}

export function recall(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(`engagement.${name}`) ?? undefined
  } catch {
    return undefined
  }
}
