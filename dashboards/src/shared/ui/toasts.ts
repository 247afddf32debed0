export interface Toast {
  id: number
  tone: 'good' | 'bad'
  text: string
  /** What the server said to it, where it could say that in English only. */
  english: string | undefined
}

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()
/** Long enough to be read by who is on the phone meanwhile. */
const shownFor = 8_000

function tell(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says what became of something the reader did, wherever on the page she is by now. */
export function toast(tone: Toast['tone'], text: string, english?: string): void {
  const id = ++last
  tell([...toasts.slice(-3), { id, tone, text, english }])
  setTimeout(() => dismiss(id), shownFor)
}

export function dismiss(id: number): void {
  tell(toasts.filter((each) => each.id !== id))
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  get: () => toasts,
}
