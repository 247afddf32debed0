import { useTranslation } from 'react-i18next'
import { BoardFigures } from '@/features/board/BoardFigures'
import { BoardSkeleton } from '@/features/board/BoardSkeleton'
import { EmptyBoard } from '@/features/board/EmptyBoard'
import { PastBoard } from '@/features/board/PastBoard'
import { Feed } from '@/features/feed/Feed'
import { PastFeed } from '@/features/feed/PastFeed'
import type { LiveState } from '@/live/liveState'
import { usePacedState } from '@/live/usePacedState'
import { useChain } from '@/shared/chain/ChainContext'
import { stages } from '@/shared/stages'
import { useAt } from '@/shared/time/useAt'
import { PageFrame } from '@/shared/ui/PageFrame'
import styles from './BoardPage.module.css'

/** Figures that change faster than this cannot be read, and cost a rendering each time; in milliseconds. */
const pace = 500

const boardOf = (state: LiveState) => state.board

export default function BoardPage() {
  const { t } = useTranslation()
  const at = useAt()
  return (
    <PageFrame title={t('board.title')} isTitleHidden travels>
      {at === undefined ? <LiveBoard /> : <PastBoard at={at}><PastFeed at={at} /></PastBoard>}
    </PageFrame>
  )
}

function LiveBoard() {
  const { chain } = useChain()
  const board = usePacedState(boardOf, pace)
  if (board === undefined) return <BoardSkeleton />
  if (stages.every((stage) => board.stages[stage] === 0)) return <EmptyBoard chain={chain.id} />
  return (
    <div className={styles.columns}>
      <BoardFigures board={board} />
      <div className={styles.aside}>
        <Feed />
      </div>
    </div>
  )
}
