import type { Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { NodeEditor } from './NodeEditor'
import styles from './Tiers.module.css'

const figures = ['pointsMultiplier', 'overdraft', 'isSharedWithFamily', 'giftPack'] as const
const maps = ['discounts', 'others'] as const

/** A set of benefits, of a tier or of every member. */
export function BenefitsEditor({ path, label }: { path: Path; label?: string }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const own = label ?? words.of(path).label
  const part = (field: string, className: string | undefined) => {
    const inside = [...path, field]
    const { label: said, help } = words.of(inside)
    return (
      <div key={field} className={className} data-changed={form.isChanged(inside)}>
        <span className={styles.said} title={help}>
          {said}
          <FieldTools path={inside} name={`${own}: ${said}`} isShort />
        </span>
        <NodeEditor path={inside} label={`${own}: ${said}`} />
        <FieldFaults path={inside} />
      </div>
    )
  }
  return (
    <div className={styles.benefits}>
      <div className={styles.names}>{figures.map((field) => part(field, styles.name))}</div>
      <div className={styles.maps}>{maps.map((field) => part(field, styles.map))}</div>
    </div>
  )
}
