import { useTranslation } from 'react-i18next'
import type { RfmGrid } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useFormat } from '@/shared/format/useFormat'
import { rfmGroupHint, rfmGroupName, rfmGroups } from '@/shared/rfmGroups'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { useAt } from '@/shared/time/useAt'
import { Share } from '@/shared/ui/Share'
import styles from './RfmGroups.module.css'

/** The eight groups: how many are in each, what sets them apart and what to do about it. Each leads to its members. */
export function RfmGroups({ grid }: { grid: RfmGrid }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const counts = new Map(grid.groups.map(({ group, members }) => [group, members]))
  const rows = rfmGroups.map((group) => ({ group, members: counts.get(group) ?? 0 }))

  return (
    <>
      <ul className={styles.groups}>
        {rows.map(({ group, members }) => {
          const share = members / grid.members
          const name = rfmGroupName(t, group)
          return (
            <li key={group} className={styles.group} data-important={group.startsWith('important')}>
              {at === undefined ? (
                <PageLink to={{ page: 'members', group }} className={styles.name}>
                  {name}
                </PageLink>
              ) : (
                <span className={styles.name}>{name}</span>
              )}
              <p className={styles.figure}>
                {format.number(members)} <span className={styles.share}>{share < 0.01 ? format.finePercent(share) : format.percent(share)}</span>
              </p>
              <Share of={share} />
              <p className={styles.hint}>{rfmGroupHint(t, group)}</p>
              <p className={styles.todo}>{t(`insights.rfm.todo.${group}`)}</p>
            </li>
          )
        })}
      </ul>
      <div className={styles.foot}>
        {grid.means && (
          <p>
            {t('insights.rfm.means', {
              days: format.number(Math.round(grid.means.recencyDays)),
              times: format.number(Math.round(grid.means.frequency * 10) / 10),
              money: format.money(Math.round(grid.means.monetary)),
            })}
          </p>
        )}
        <DownloadButton
          name={t('insights.rfm.groups')}
          table={() => ({
            header: [t('insights.rfm.groupColumn'), t('insights.members'), t('insights.share')],
            rows: rows.map(({ group, members }) => [rfmGroupName(t, group), members, members / grid.members]),
          })}
        />
      </div>
    </>
  )
}
