import { useTranslation } from 'react-i18next'
import type { NpsFigures } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import styles from './Nps.module.css'

/** Promoters, passives and detractors as parts of one bar, each with its name and count under it. */
export function NpsSplit({ figures }: { figures: NpsFigures }) {
  const { t } = useTranslation()
  const format = useFormat()
  const parts = ['promoters', 'passives', 'detractors'] as const
  return (
    <div>
      <div className={styles.split} aria-hidden="true">
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: figures[part] }} />
        ))}
      </div>
      <dl className={styles.parts}>
        {parts.map((part) => (
          <div key={part} data-part={part}>
            <dt>{t(`insights.nps.${part}`)}</dt>
            <dd>
              {format.number(figures[part])} · {format.percent(figures[part] / figures.answers)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
