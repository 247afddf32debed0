import { useSyncExternalStore } from 'react'

/** Values by name that outlive the page which shows them, and nothing more: a reload or another reader begins with none. */
export class KeptInMemory<Value> {
  readonly #values = new Map<string, Value>()
  readonly #listeners = new Set<() => void>()

  get size(): number {
    return this.#values.size
  }

  get(name: string): Value | undefined {
    return this.#values.get(name)
  }

  set(name: string, value: Value | undefined): void {
    if (value === undefined) this.#values.delete(name)
    else this.#values.set(name, value)
    for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export function useKept<Value>(kept: KeptInMemory<Value>, name: string): Value | undefined {
  return useSyncExternalStore(kept.subscribe, () => kept.get(name))
}
