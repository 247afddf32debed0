import { useTranslation } from 'react-i18next'
import { PageLink } from '@/shared/address/PageLink'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import heatStyles from '../heat.module.css'
import styles from './RfmTable.module.css'
import type { Score } from './grid'

interface RfmCellProps {
  r: Score
  f: Score
  m: Score | undefined
  members: number
  heat: number
  /** All members of the grid. */
  of: number
}

/** How many have these scores; leads to them, unless it is of the past: the list of members is of the present. */
export function RfmCell({ r, f, m, members, heat, of }: RfmCellProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const share = format.percent(members / of)
  const inside = (
    <>
      <span className={styles.count}>{members === 0 ? '–' : format.number(members)}</span>
      {members > 0 && <span className={styles.share}>{share}</span>}
    </>
  )
  return (
    <td className={heatStyles.heat} data-heat={heat}>
      {members === 0 || at !== undefined ? (
        <span className={styles.cell}>{inside}</span>
      ) : (
        <PageLink
          className={styles.cell}
          to={{ page: 'members', r: String(r), f: String(f), m: m === undefined ? undefined : String(m) }}
        >
          <span className="hidden-but-read">{t('insights.rfm.place', { r, f })} </span>
          {inside}
        </PageLink>
      )}
    </td>
  )
}
