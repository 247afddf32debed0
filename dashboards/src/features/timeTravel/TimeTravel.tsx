import { useNow } from '@/shared/clock/ClockContext'
import { useAt } from '@/shared/time/useAt'
import { PastBand } from './PastBand'
import { TimeBar } from './TimeBar'

interface TimeTravelProps {
  isOpen: boolean
  onClose: () => void
}

/** The way through the past, where it was asked for; and on every page that shows the past the sign that it does. */
export function TimeTravel({ isOpen, onClose }: TimeTravelProps) {
  const at = useAt()
  const now = useNow()
  return (
    <>
      {isOpen && now !== undefined && <TimeBar now={now} onClose={onClose} />}
      {at !== undefined && <PastBand instant={Date.parse(at)} />}
    </>
  )
}
