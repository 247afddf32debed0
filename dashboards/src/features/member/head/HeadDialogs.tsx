import type { Member } from '@/api/types'
import { ActDialog } from '../acts/ActDialog'
import type { Recording } from '../acts/useRecording'
import { EraseDialog } from '../privacy/EraseDialog'
import { ProfileDialog } from '../privacy/ProfileDialog'
import { SuppressDialog } from '../privacy/SuppressDialog'
import type { Open } from './HeadActions'

interface HeadDialogsProps {
  open: Open
  member: Member
  recording: Recording
  place: string | undefined
  onClose: () => void
}

export function HeadDialogs({ open, member, recording, place, onClose }: HeadDialogsProps) {
  switch (open) {
    case 'act':
      return <ActDialog recording={recording} place={place} onClose={onClose} />
    case 'profile':
      return <ProfileDialog member={member} onClose={onClose} />
    case 'suppress':
      return <SuppressDialog member={member.id} onClose={onClose} />
    case 'erase':
      return <EraseDialog member={member.id} onClose={onClose} />
    default:
      return null
  }
}
