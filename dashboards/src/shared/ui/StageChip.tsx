import { useTranslation } from 'react-i18next'
import type { Stage } from '@/api/types'
import styles from './controls.module.css'

export function stageColour(stage: Stage): string {
  return `var(--stage-${stage})`
}

/** The stage's name beside its colour: the colour alone tells nobody anything. */
export function StageChip({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  return (
    <span className={styles.chip} title={t(`stageHint.${stage}`)}>
      <span className={styles.dot} style={{ background: stageColour(stage) }} />
      {t(`stage.${stage}`)}
    </span>
  )
}
