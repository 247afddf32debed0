import { useState } from 'react'
import type { LiveState } from '@/live/liveState'

type Reason = 'button' | 'pointer' | 'focus' | 'scrolled'

/** While held for any reason, the state of that moment stays; what is read must not move away under the eye. */
export function useHold(state: LiveState) {
  const [held, setHeld] = useState<{ reasons: ReadonlySet<Reason>; state: LiveState }>()

  const set = (reason: Reason, holds: boolean) =>
    setHeld((before) => {
      if ((before?.reasons.has(reason) ?? false) === holds) return before
      const reasons = new Set(before?.reasons)
      if (holds) reasons.add(reason)
      else reasons.delete(reason)
      return reasons.size === 0 ? undefined : { reasons, state: before?.state ?? state }
    })

  return {
    shown: held?.state ?? state,
    isHeld: held !== undefined,
    isPaused: held?.reasons.has('button') ?? false,
    unseen: held ? state.received - held.state.received : 0,
    set,
    release: () => setHeld(undefined),
  }
}
