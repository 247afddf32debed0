import styles from './Share.module.css'

/** How much of the whole something is, beside the figure that says so. */
export function Share({ of, colour = 'var(--accent)' }: { of: number; colour?: string }) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.bar} style={{ inlineSize: `${Math.min(1, Math.max(0, of)) * 100}%`, background: colour }} />
    </span>
  )
}
