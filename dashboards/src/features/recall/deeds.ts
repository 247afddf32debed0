import type { TFunction } from 'i18next'
import type { PlaybookStep } from '@/api/types'
import { taskName, templateName } from '@/shared/recallWords'

/** What a step does, in the reader's words: its message, its task, or both. */
export function deedsOf(t: TFunction, step: PlaybookStep | undefined): string[] {
  return [
    step?.message ? templateName(t, step.message.template) : undefined,
    step?.task ? taskName(t, step.task.kind, step.task.title) : undefined,
  ].filter((each) => each !== undefined)
}
