import styles from './DueRing.module.css'

interface DueRingProps {
  /** What is left of the time, from 1 down to 0. */
  left: number
  urgency: string | undefined
  size?: number
}

const radius = 9
const round = 2 * Math.PI * radius

/** The time that is left, as a ring that drains; the words beside it say the same. */
export function DueRing({ left, urgency, size = 24 }: DueRingProps) {
  return (
    <svg className={styles.ring} data-urgency={urgency} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle className={styles.track} cx="12" cy="12" r={radius} />
      {left > 0 ? (
        <circle className={styles.left} cx="12" cy="12" r={radius} strokeDasharray={round} strokeDashoffset={round * (1 - left)} />
      ) : (
        <path className={styles.late} d="M12 7.500v5.500m0 3v.01" />
      )}
    </svg>
  )
}
