import styles from './CampaignForm.module.css'

/** What is wrong, in the server's words or ours. */
export function Fault({ id, children }: { id?: string | undefined; children: string | undefined }) {
  if (children === undefined) return null
  return (
    <p id={id} className={styles.fault}>
      {children}
    </p>
  )
}
