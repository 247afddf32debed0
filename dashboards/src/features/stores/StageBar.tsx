import { useTranslation } from 'react-i18next'
import type { Stages } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { stages } from '@/shared/stages'
import { stageColour } from '@/shared/ui/StageChip'
import styles from './StageBar.module.css'

/** From this share of the bar on its figure has room in it. */
const roomy = 0.07

/** A store's members by stage as parts of one bar; read out as a sentence. */
export function StageBar({ counts, name }: { counts: Stages; name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = stages.reduce((sum, stage) => sum + counts[stage], 0)
  if (total === 0) return <span className={styles.bar} role="img" aria-label={t('stores.nobody', { name })} />
  const parts = stages.filter((stage) => counts[stage] > 0)
  const said = (stage: (typeof parts)[number]) =>
    t('stores.part', { stage: t(`stage.${stage}`), formatted: format.number(counts[stage]), share: format.percent(counts[stage] / total) })
  return (
    <div className={styles.bar} role="img" aria-label={t('stores.parts', { name, parts: format.list(parts.map(said)) })}>
      {parts.map((stage) => (
        <span key={stage} className={styles.part} title={said(stage)} style={{ flexGrow: counts[stage], background: stageColour(stage) }}>
          {counts[stage] / total >= roomy && <span className={styles.share}>{format.percent(counts[stage] / total)}</span>}
        </span>
      ))}
    </div>
  )
}
