import type { Board } from '@/api/types'
import { AttentionFlags } from './AttentionFlags'
import styles from './BoardFigures.module.css'
import { LargestFlows } from './LargestFlows'
import { StageFunnel } from './StageFunnel'
import { TodayFigures } from './TodayFigures'

/** A board's figures: of now, or of an instant that is past. */
export function BoardFigures({ board }: { board: Board }) {
  return (
    <div className={styles.figures}>
      <TodayFigures today={board.today} asOf={Date.parse(board.asOf)} />
      <StageFunnel board={board} />
      <div className={styles.pair}>
        <LargestFlows movements={board.movements} />
        <AttentionFlags flags={board.flags} />
      </div>
    </div>
  )
}
