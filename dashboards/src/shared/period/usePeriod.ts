import { useAddress } from '../address/useAddress'
import { useNow } from '../clock/ClockContext'
import { useAt } from '../time/useAt'
import { choiceOf, daysOf, type Choice, type Days, type Span } from './period'

const minute = 60_000

/** The period in the address. Its days are undefined until the server has told what day it is. */
export function usePeriod(usual: Span): { choice: Choice; days: Days | undefined; end: number | undefined } {
  const choice = choiceOf({ period: useAddress('period'), from: useAddress('from'), to: useAddress('to') }, usual)
  const at = useAt()
  const now = useNow(minute)
  const end = at === undefined ? now : Date.parse(at)
  return { choice, days: end === undefined ? undefined : daysOf(choice, end, at !== undefined), end }
}
