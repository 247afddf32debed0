import type { Stage } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useMay } from '@/shared/chain/ChainContext'
import { StageChip } from '@/shared/ui/StageChip'
import styles from './StageLink.module.css'

/** A stage's name, which leads to its members for who may see them. */
export function StageLink({ stage }: { stage: Stage }) {
  if (!useMay('see_members')) return <StageChip stage={stage} />
  return (
    <PageLink to={{ page: 'members', stage }} className={styles.link}>
      <StageChip stage={stage} />
    </PageLink>
  )
}
