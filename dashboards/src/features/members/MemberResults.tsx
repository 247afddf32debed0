import { useTranslation } from 'react-i18next'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { csvTable } from './csvTable'
import { MemberGrid } from './MemberGrid'
import styles from './Members.module.css'
import { useNarrowing } from './sought'
import { useMembers } from './useMembers'
import { useSettled } from '@/shared/useSettled'

/** How long somebody who types is waited for, in milliseconds. */
const pause = 250

interface MemberResultsProps {
  words: string
  /** Who is in this saved segment, instead of who was searched for. */
  segment: string | undefined
}

export function MemberResults({ words, segment }: MemberResultsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const sought = useSettled(words.trim(), pause)
  const narrowing = useNarrowing()
  const { query, rows } = useMembers(sought, narrowing, segment)
  const isOld = query.isPlaceholderData || sought !== words.trim()
  const count = { count: rows.length, formatted: format.number(rows.length) }
  const isNarrowed = sought !== '' || Object.keys(narrowing).length > 0 || segment !== undefined

  return (
    <Card
      title={t('members.list')}
      className={styles.results}
      headerClassName={styles.resultsHead}
      aside={
        <>
          <p className={styles.count} role="status">
            {query.isSuccess && !isOld ? t(query.hasNextPage ? 'members.loadedMore' : 'members.loaded', count) : ''}
          </p>
          {rows.length > 0 && <DownloadButton name={t('members.csv', count)} table={() => csvTable(t, storeName, rows)} />}
        </>
      }
    >
      <Loaded query={query} height={520}>
        {() =>
          rows.length === 0 ? (
            <div className={styles.nobody}>
              <Empty>{t(isNarrowed ? 'members.nobodyFound' : 'members.nobody')}</Empty>
            </div>
          ) : (
            <MemberGrid
              rows={rows}
              isOld={isOld}
              hasMore={query.hasNextPage}
              isFetchingMore={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          )
        }
      </Loaded>
    </Card>
  )
}
