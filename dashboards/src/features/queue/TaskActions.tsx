import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal, answer, api } from '@/api/client'
import type { Task } from '@/api/types'
import { useClock } from '@/shared/clock/ClockContext'
import { readClock } from '@/shared/clock/serverClock'
import { Button } from '@/shared/ui/Button'
import styles from './Queue.module.css'

interface TaskActionsProps {
  chain: string
  task: Task
  me: string
  onDone: (task: Task) => void
  onRefused: (member: string) => void
}

type Wish = { do: 'claim' | 'release' } | { do: 'complete'; outcome: string } | { do: 'snooze'; until: string }

const outcomes = ['reached', 'booked', 'not_reached', 'not_interested', 'wrong_number', 'done'] as const
const hour = 3_600_000
const delays = { hour, afternoon: 4 * hour, day: 24 * hour } as const

export function TaskActions({ chain, task, me, onDone, onRefused }: TaskActionsProps) {
  const { t, i18n } = useTranslation()
  const clock = useClock()
  const [outcome, setOutcome] = useState('')
  const action = useMutation({
    mutationFn: (wish: Wish) => ask(chain, task.id, wish, i18n.language),
    onSuccess: onDone,
    onError: () => onRefused(task.member),
  })
  const name = `${task.title}, ${task.member}`
  const isMine = task.state === 'claimed' && task.assignee === me

  return (
    <div className={styles.actions}>
      {task.state !== 'claimed' && (
        <Button
          look="primary"
          disabled={action.isPending}
          aria-label={t('queue.claimOf', { name })}
          onClick={() => action.mutate({ do: 'claim' })}
        >
          {t('queue.claim')}
        </Button>
      )}
      {isMine && (
        <>
          <form
            className={styles.complete}
            onSubmit={(event) => {
              event.preventDefault()
              if (outcome !== '') action.mutate({ do: 'complete', outcome })
            }}
          >
            <select
              className={styles.select}
              aria-label={t('queue.outcomeOf', { name })}
              value={outcome}
              onChange={({ target }) => setOutcome(target.value)}
            >
              <option value="">{t('queue.outcome')}</option>
              {outcomes.map((each) => (
                <option key={each} value={each}>
                  {t(`outcome.${each}`)}
                </option>
              ))}
            </select>
            <Button type="submit" look="primary" disabled={outcome === '' || action.isPending} aria-label={t('queue.completeOf', { name })}>
              {t('queue.complete')}
            </Button>
          </form>
          <div className={styles.complete}>
            <select
              className={styles.select}
              aria-label={t('queue.snoozeOf', { name })}
              value=""
              disabled={action.isPending || clock === undefined}
              onChange={({ target }) => {
                const delay = delays[target.value as keyof typeof delays]
                if (clock) action.mutate({ do: 'snooze', until: new Date(readClock(clock, performance.now()) + delay).toISOString() })
              }}
            >
              <option value="">{t('queue.snooze')}</option>
              {Object.keys(delays).map((delay) => (
                <option key={delay} value={delay}>
                  {t(`queue.delay.${delay as keyof typeof delays}`)}
                </option>
              ))}
            </select>
            <Button disabled={action.isPending} aria-label={t('queue.releaseOf', { name })} onClick={() => action.mutate({ do: 'release' })}>
              {t('queue.release')}
            </Button>
          </div>
        </>
      )}
      {action.isError && (
        <p className={styles.refused} role="alert">
          {refusalOf(action.error)}
        </p>
      )}
    </div>
  )

  function refusalOf(failure: Error): string {
    if (!(failure instanceof Refusal)) return t('failure.unreachable')
    if (failure.code === 'already_claimed') return t('queue.tooLate')
    return failure.code === 'task_closed' ? t('queue.closed') : t('failure.refused', { detail: failure.message })
  }
}

function ask(chain: string, task: string, wish: Wish, language: string): Promise<Task> {
  const params = { path: { chain, task }, query: { language } }
  switch (wish.do) {
    case 'claim':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/claim', { params, body: {} }))
    case 'release':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/release', { params, body: {} }))
    case 'complete':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/complete', { params, body: { outcome: wish.outcome } }))
    case 'snooze':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/snooze', { params, body: { until: wish.until } }))
  }
}
