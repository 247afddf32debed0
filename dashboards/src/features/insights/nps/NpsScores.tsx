import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Share } from '@/shared/ui/Share'
import styles from './Nps.module.css'

interface ScoreRow {
  score: number
  answers: number
}

function partOf(score: number): { word: 'promoters' | 'passives' | 'detractors'; colour: string } {
  if (score >= 9) return { word: 'promoters', colour: 'var(--good)' }
  return score >= 7 ? { word: 'passives', colour: 'var(--line-strong)' } : { word: 'detractors', colour: 'var(--bad)' }
}

/** How many gave 0, 1 … 10. */
export function NpsScores({ byScore }: { byScore: readonly number[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows: ScoreRow[] = byScore.map((answers, score) => ({ score, answers })).reverse()
  const most = Math.max(1, ...byScore)
  const all = Math.max(1, byScore.reduce((sum, answers) => sum + answers, 0))
  const columns: Column<ScoreRow>[] = [
    { id: 'score', title: t('insights.nps.score'), value: ({ score }) => score, isNumber: true },
    { id: 'part', title: t('insights.nps.part'), value: ({ score }) => t(`insights.nps.${partOf(score).word}`) },
    {
      id: 'bar',
      title: t('insights.share'),
      value: ({ answers }) => answers / all,
      show: ({ score, answers }) => (
        <span className={styles.bar}>
          <Share of={answers / most} colour={partOf(score).colour} />
        </span>
      ),
      isUnsorted: true,
    },
    { id: 'answers', title: t('insights.nps.answers'), value: ({ answers }) => answers, show: ({ answers }) => format.number(answers), isNumber: true },
  ]
  return <DataTable title={t('insights.nps.scores')} columns={columns} rows={rows} rowId={({ score }) => String(score)} empty={null} />
}
