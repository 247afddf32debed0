import type { Tone } from '../ui/Badge'

/** What can become of a message, in the order of its life. */
export const messageStates = ['planned', 'moved', 'sent', 'delivered', 'failed', 'cancelled'] as const

export type MessageState = (typeof messageStates)[number]

export const messageTone: Record<MessageState, Tone> = {
  planned: 'plain',
  moved: 'warn',
  sent: 'accent',
  delivered: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

export function isMessageState(text: string | undefined): text is MessageState {
  return messageStates.some((state) => state === text)
}
