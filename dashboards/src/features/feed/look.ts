import type { CommittedEvent } from '@/api/types'
import { direction } from '@/shared/stages'
import type { IconName } from '@/shared/ui/Icon'
import { textIn } from './fields'
import { changeOf } from './stageSentence'

interface Look {
  icon: IconName
  tone: 'plain' | 'money' | 'good' | 'bad' | 'warn'
}

const looks: Record<string, Look> = {
  join: { icon: 'person', tone: 'plain' },
  purchase: { icon: 'bag', tone: 'money' },
  refund: { icon: 'back', tone: 'warn' },
  visit: { icon: 'door', tone: 'money' },
  checkin: { icon: 'tick', tone: 'plain' },
  flag_raised: { icon: 'flag', tone: 'warn' },
  flag_lowered: { icon: 'flag', tone: 'plain' },
}

export function look(event: CommittedEvent): Look {
  const change = changeOf(event)
  if (!change) return looks[event.type] ?? { icon: 'star', tone: 'plain' }
  if (textIn(event, 'from') === undefined) return { icon: 'person', tone: 'plain' }
  return direction(change.from, change.to) === 'down' ? { icon: 'down', tone: 'bad' } : { icon: 'up', tone: 'good' }
}
