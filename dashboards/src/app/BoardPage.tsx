import { useTranslation } from 'react-i18next'
import type { Chain } from '@/api/types'
import { AttentionFlags } from '@/features/board/AttentionFlags'
import { BoardSkeleton } from '@/features/board/BoardSkeleton'
import { EmptyBoard } from '@/features/board/EmptyBoard'
import { LargestFlows } from '@/features/board/LargestFlows'
import { StageFunnel } from '@/features/board/StageFunnel'
import { TodayFigures } from '@/features/board/TodayFigures'
import { Feed } from '@/features/feed/Feed'
import { useLink, useLiveState } from '@/live/LiveContext'
import { stages } from '@/shared/stages'
import styles from './BoardPage.module.css'

interface BoardPageProps {
  chain: Chain
  storeNames: ReadonlyMap<string, string>
}

export function BoardPage({ chain, storeNames }: BoardPageProps) {
  const { t } = useTranslation()
  const { board } = useLiveState()
  const { link } = useLink()
  const isEmpty = board !== undefined && stages.every((stage) => board.stages[stage] === 0)
  const isStale = board !== undefined && (link.kind === 'reconnecting' || link.kind === 'offline')

  return (
    <main id="board" className={styles.page} tabIndex={-1} data-stale={isStale}>
      <h1 className="hidden-but-read">{t('board.title')}</h1>
      {isStale && <p className={styles.stale}>{t('link.stale')}</p>}
      {board === undefined && <BoardSkeleton />}
      {isEmpty && <EmptyBoard chain={chain.id} />}
      {board !== undefined && !isEmpty && (
        <div className={styles.columns}>
          <div className={styles.main}>
            <TodayFigures today={board.today} />
            <StageFunnel board={board} />
            <div className={styles.pair}>
              <LargestFlows movements={board.movements} />
              <AttentionFlags flags={board.flags} />
            </div>
          </div>
          <div className={styles.aside}>
            <Feed storeNames={storeNames} />
          </div>
        </div>
      )}
    </main>
  )
}
