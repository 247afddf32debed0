import { useTranslation } from 'react-i18next'
import { AttentionFlags } from '@/features/board/AttentionFlags'
import { BoardSkeleton } from '@/features/board/BoardSkeleton'
import { EmptyBoard } from '@/features/board/EmptyBoard'
import { LargestFlows } from '@/features/board/LargestFlows'
import { StageFunnel } from '@/features/board/StageFunnel'
import { TodayFigures } from '@/features/board/TodayFigures'
import { Feed } from '@/features/feed/Feed'
import { useLiveState } from '@/live/LiveContext'
import { useChain } from '@/shared/chain/ChainContext'
import { stages } from '@/shared/stages'
import { PageFrame } from '@/shared/ui/PageFrame'
import styles from './BoardPage.module.css'

export default function BoardPage() {
  const { t } = useTranslation()
  const { chain } = useChain()
  const { board } = useLiveState()
  const isEmpty = board !== undefined && stages.every((stage) => board.stages[stage] === 0)

  return (
    <PageFrame title={t('board.title')} isTitleHidden>
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
            <Feed />
          </div>
        </div>
      )}
    </PageFrame>
  )
}
