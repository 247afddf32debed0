import type { Reason } from '@/shared/refusal/Reason'
import { Said } from '@/shared/refusal/Said'
import styles from './CampaignForm.module.css'

/** What is wrong, in our words or the server's. */
export function Fault({ id, fault }: { id?: string | undefined; fault: Reason | undefined }) {
  if (fault === undefined) return null
  return (
    <p id={id} className={styles.fault}>
      <Said {...fault} />
    </p>
  )
}
