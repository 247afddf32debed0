import { useState } from 'react'
import type { Task } from '@/api/types'

/**
 * The task the reader has before her: hers to change, and nobody else's. One that leaves the queue stays before her and says so;
 * another must not slip under her hands.
 */
export function useChosen(tasks: readonly Task[], shown: readonly Task[]) {
  const [chosen, choose] = useState<Task>()
  const first = shown[0]
  if (chosen === undefined && first !== undefined) choose(first)
  const known = tasks.find(({ id }) => id === chosen?.id)
  return { chosen: known ?? chosen, isGone: chosen !== undefined && known === undefined, choose }
}
