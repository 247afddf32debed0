import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { stages } from '@/shared/stages'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { BoardFigures } from './BoardFigures'
import styles from './PastBoard.module.css'
import { useBoardAt } from './useBoardAt'

interface PastBoardProps {
  at: string
  /** What stands beside it. */
  children?: ReactNode
}

/** The board of a past instant. */
export function PastBoard({ at, children }: PastBoardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useBoardAt(at)
  return (
    <Loaded query={query} height={620}>
      {(board) =>
        stages.every((stage) => board.stages[stage] === 0) ? (
          <Card title={t('board.asOf', { at: format.exact(Date.parse(at)) })}>
            <Empty>{t('board.emptyThen')}</Empty>
          </Card>
        ) : (
          <div className={styles.columns}>
            <BoardFigures board={board} />
            <div className={styles.aside}>{children}</div>
          </div>
        )
      }
    </Loaded>
  )
}
