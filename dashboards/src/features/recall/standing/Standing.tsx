import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '@/api/types'
import { FieldLink } from '@/shared/address/FieldLink'
import { useFormat } from '@/shared/format/useFormat'
import { playbookName } from '@/shared/recallWords'
import { DataTable } from '@/shared/table/DataTable'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { deedsOf } from '../deeds'
import type { StandingPlace } from './place'
import styles from './Standing.module.css'
import { useColumns } from './useColumns'
import { useStanding } from './useStanding'

interface StandingProps {
  name: string
  /** Undefined where the policy cannot be seen, or has the playbook no more. */
  playbook: Playbook | undefined
  place: StandingPlace
}

/** Who stands in one place of a playbook: since when, and what comes next for each. */
export function Standing({ name, playbook, place }: StandingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useStanding(name, place)
  const columns = useColumns(playbook)
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever chose a count further down goes on with those it counts.
    here.current?.focus()
  }, [])

  const deeds = typeof place === 'number' && place > 0 ? deedsOf(t, playbook?.steps[place - 1]) : []
  const title =
    place === 'heldOut'
      ? t('recall.heldOut')
      : place === 0
        ? t('recall.waiting')
        : [t('recall.step', { number: format.number(place) }), ...deeds].join(' · ')

  return (
    <Card title={title} aside={<FieldLink to={{ step: undefined }}>{t('recall.standing.close')}</FieldLink>}>
      <div ref={here} tabIndex={-1} className={styles.standing}>
        <Loaded query={query} height={240}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items)
            const count = { count: rows.length, number: format.number(rows.length) }
            return (
              <>
                <DataTable
                  title={`${playbookName(t, name)} · ${title}`}
                  isTitleHidden
                  aside={rows.length > 0 && <span className={styles.soft}>{t(query.hasNextPage ? 'recall.standing.first' : 'recall.standing.all', count)}</span>}
                  columns={columns}
                  rows={rows}
                  rowId={({ id }) => id}
                  empty={t('recall.standing.nobody')}
                  isSortable={false}
                />
                {query.hasNextPage && (
                  <Button className={styles.more} disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('recall.standing.more')}
                  </Button>
                )}
              </>
            )
          }}
        </Loaded>
      </div>
    </Card>
  )
}
