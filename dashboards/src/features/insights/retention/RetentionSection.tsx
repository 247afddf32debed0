import { RateFigures } from './RateFigures'
import { CohortsInsight } from './CohortsInsight'

/** Whether members come again, and for how long. */
export default function RetentionSection() {
  return (
    <>
      <RateFigures />
      <CohortsInsight />
    </>
  )
}
