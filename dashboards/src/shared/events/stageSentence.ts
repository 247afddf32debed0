import type { CommittedEvent, Stage } from '@/api/types'
import { direction, isStage } from '@/shared/stages'
import { textIn } from './fields'
import { reasonOf } from './reason'
import type { Words } from './sentence'

export interface Change {
  from: Stage | null
  to: Stage
}

export function changeOf(event: CommittedEvent): Change | undefined {
  const from = textIn(event, 'from')
  const to = textIn(event, 'to')
  return event.type === 'stage_changed' && isStage(to) ? { from: isStage(from) ? from : null, to } : undefined
}

export function stageSentence(event: CommittedEvent, change: Change, words: Words): string {
  const what = whatHappened(change, words)
  const why = reasonOf(event, words)
  return why === undefined ? what : words.t('event.because', { what, why })
}

function whatHappened({ from, to }: Change, { t }: Words): string {
  if (to === 'dormant' || to === 'lost') return t(`event.stage.${to}`)
  if (from === 'dormant' || from === 'lost') return t('event.cameBack')
  if (to !== 'loyal' && direction(from, to) === 'down') return t(`event.fell.${to}`)
  return t(`event.stage.${to}`)
}
