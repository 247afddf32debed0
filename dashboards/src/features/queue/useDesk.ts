import type { RefObject } from 'react'
import type { Task } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { following, isWorkable, neighbour } from './tasks'
import type { useQueue } from './useQueue'
import { useQueueKeys, type QueueKey } from './useQueueKeys'
import { useTaskActions } from './useTaskActions'
import { outcomes, type Delay, type Wish } from './wishes'

interface Desk {
  queue: ReturnType<typeof useQueue>
  shown: readonly Task[]
  chosen: Task | undefined
  isGone: boolean
  isPast: boolean
  isKeyed: boolean
  choose: (task: Task | undefined) => void
  heading: RefObject<HTMLHeadingElement | null>
  onKeys: () => void
}

/** What the reader does at the desk, by button or key: after what ends a task for her, the next comes up by itself. */
export function useDesk({ queue, shown, chosen, isGone, isPast, isKeyed, choose, heading, onKeys }: Desk) {
  const { session } = useChain()
  const mayWork = useMay('work_on_tasks')
  const actions = useTaskActions(queue)

  const wish = (wanted: Wish) => {
    if (!chosen) return
    actions.act(chosen, wanted)
    if (wanted.do !== 'claim') choose(following(shown, chosen, session.id))
    // The button that was pressed, or the row, goes: whoever works by keyboard goes on at the task that is at hand now.
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
  }
  const snooze = (delay: Delay) => {
    const until = actions.until(delay)
    if (until !== undefined) wish({ do: 'snooze', until })
  }
  const show = (by: 'pointer' | 'keyboard') => {
    // On a phone the desk lies below the list; what was opened comes into sight.
    requestAnimationFrame(() => {
      heading.current?.scrollIntoView({ block: 'nearest' })
      if (by === 'keyboard') heading.current?.focus()
    })
  }
  const move = (steps: number) => {
    const to = neighbour(shown, chosen, steps)
    if (to === undefined) return
    choose(to)
    requestAnimationFrame(() => {
      const drawn = [...document.querySelectorAll<HTMLElement>('[data-task]')]
      drawn.find(({ dataset }) => dataset.task === to.id)?.focus()
    })
  }

  const work = (key: QueueKey) => {
    if (!chosen || isGone || isPast || !mayWork) return
    const isMine = chosen.assignee === session.id
    const isInHand = isMine && chosen.state === 'claimed'
    const outcome = key.startsWith('outcome') ? outcomes[Number(key.slice('outcome'.length))] : undefined
    if (key === 'claim' && isWorkable(chosen, session.id) && !isMine) wish({ do: 'claim' })
    if (key === 'release' && isMine) wish({ do: 'release' })
    if (key === 'snooze' && isInHand) document.querySelector<HTMLElement>('[data-part="delays"] button')?.focus()
    if (outcome !== undefined && isInHand) wish({ do: 'complete', outcome })
  }

  useQueueKeys((key) => {
    if (key === 'keys') onKeys()
    else if (key === 'next') move(1)
    else if (key === 'previous') move(-1)
    else if (key === 'open') show('keyboard')
    else work(key)
  }, isKeyed)

  return { wish, snooze, show }
}
