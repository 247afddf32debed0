import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { stages } from '@/shared/stages'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { BoardFigures } from './BoardFigures'
import styles from './PastBoard.module.css'
import { useBoardAt } from './useBoardAt'

/** The board of a past instant, and what can be had of it besides. */
export function PastBoard({ at }: { at: string }) {
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
            <Card title={t('board.thenTitle')} className={styles.then}>
              <p className={styles.asOf}>{t('board.asOf', { at: format.exact(Date.parse(board.asOf)) })}</p>
              <p className={styles.words}>{t('board.thenText')}</p>
            </Card>
          </div>
        )
      }
    </Loaded>
  )
}
