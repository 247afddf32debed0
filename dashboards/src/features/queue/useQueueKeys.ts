import { useEffect, useRef } from 'react'

export type QueueKey = 'next' | 'previous' | 'open' | 'claim' | 'snooze' | 'release' | 'keys' | `outcome${number}`

const meanings: Readonly<Record<string, QueueKey>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'open',
  c: 'claim',
  s: 'snooze',
  r: 'release',
  '?': 'keys',
  1: 'outcome0',
  2: 'outcome1',
  3: 'outcome2',
  4: 'outcome3',
  5: 'outcome4',
  6: 'outcome5',
}

/** What a key means on the queue; nothing where somebody writes, chooses in a list, presses a button, or holds another key as well. */
export function meaningOf(event: KeyboardEvent): QueueKey | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined
  const target = event.target instanceof Element ? event.target : undefined
  if (target?.closest('input, select, textarea, [contenteditable], dialog')) return undefined
  // A button and a link have an answer to Enter of their own.
  if (event.key === 'Enter' && target?.closest('button, a, summary')) return undefined
  return meanings[event.key.length === 1 ? event.key.toLowerCase() : event.key]
}

/** Listens for the queue's keys wherever the focus is. */
export function useQueueKeys(onKey: (key: QueueKey) => void, isOn: boolean): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const meaning = meaningOf(event)
      // Whoever has switched the keys off can still look them up, to switch them on again.
      if (meaning === undefined || (!isOn && meaning !== 'keys')) return
      event.preventDefault()
      latest.current(meaning)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [isOn])
}
