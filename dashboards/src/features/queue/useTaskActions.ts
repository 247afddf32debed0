import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import type { Task } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useClock } from '@/shared/clock/ClockContext'
import { readClock } from '@/shared/clock/serverClock'
import { taskName } from '@/shared/recallWords'
import type { Reason } from '@/shared/refusal/Reason'
import { reasonOf } from '@/shared/refusal/reasonOf'
import { useStaffName } from '@/shared/staff/StaffNames'
import { toast } from '@/shared/ui/toasts'
import { ask, delays, expected, type Delay, type Wish } from './wishes'
import type { useQueue } from './useQueue'

export interface Deed {
  task: Task
  wish: Wish
}

/** What staff do with a task: shown at once, and taken back with the reason where the server refuses. */
export function useTaskActions({ take, refresh }: Pick<ReturnType<typeof useQueue>, 'take' | 'refresh'>) {
  const { t, i18n } = useTranslation()
  const { chain, session } = useChain()
  const clock = useClock()
  const staffName = useStaffName()

  const deeds = useMutation({
    // One after the other: what came of a task must not arrive before the claim of it.
    scope: { id: 'tasks' },
    mutationFn: ({ task, wish }: Deed) => ask(chain.id, task.id, wish, i18n.language),
    onMutate: ({ task, wish }) => take(expected(task, wish, session.id, task.dueAt)),
    onSuccess: take,
    onError: (failure, { task }) => {
      take(task)
      refresh(task.member)
      const { text, english } = reasonFor(failure)
      toast('bad', t('queue.notDone', { task: taskName(t, task.kind, task.title), member: task.member, reason: text }), english)
    },
  })

  function reasonFor(failure: Error): Reason {
    const holder = failure instanceof Refusal && failure.code === 'already_claimed' ? failure.said('assignee') : undefined
    return holder === undefined ? reasonOf(t, failure) : { text: t('queue.tooLateFor', { who: staffName(holder) }) }
  }

  return {
    act: (task: Task, wish: Wish) => deeds.mutate({ task, wish }),
    /** Whether the server has yet to answer about a task. */
    isPending: (task: Task) => deeds.isPending && deeds.variables.task.id === task.id,
    /** The instant at which a task that is put off now comes back, by the server's clock; undefined while that is unknown. */
    until: (delay: Delay) =>
      clock && new Date(readClock(clock, performance.now()) + delays[delay]).toISOString(),
  }
}

export type TaskActions = ReturnType<typeof useTaskActions>
