import { useTranslation } from 'react-i18next'
import type { CampaignRun } from '@/api/types'
import { formatFor } from '@/shared/format/format'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'

const tones = { open: 'accent', done: 'good', stopped: 'warn' } as const
const origins = ['scheduled', 'missed', 'asked'] as const
const reasons = ['paused', 'deleted', 'no_segment'] as const

/** Each run of a campaign in each zone, the latest first. */
export function Runs({ runs }: { runs: readonly CampaignRun[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const stateOf = (run: CampaignRun) => {
    const state = run.state === 'open' || run.state === 'stopped' ? run.state : 'done'
    const why = reasons.find((each) => each === run.why)
    return { tone: tones[state], words: t(`campaigns.runs.${state}`) + (why === undefined ? '' : ` · ${t(`campaigns.runs.why.${why}`)}`) }
  }
  const count = (id: 'matched' | 'reached' | 'refused', isExtra = false): Column<CampaignRun> => ({
    id,
    title: t(`campaigns.runs.${id}`),
    value: (run) => run[id],
    show: (run) => format.number(run[id]),
    isNumber: true,
    isExtra,
  })
  const columns: Column<CampaignRun>[] = [
    {
      id: 'occurrence',
      title: t('campaigns.runs.occurrence'),
      value: ({ occurrence }) => occurrence,
      show: ({ occurrence, zone }) => {
        const there = formatFor(i18n.language, { currency: undefined, timeZone: zone })
        return `${there.day(Date.parse(occurrence))} ${there.coarseClock(Date.parse(occurrence))}`
      },
    },
    { id: 'zone', title: t('campaigns.runs.zone'), value: ({ zone }) => zone, isExtra: true },
    {
      id: 'origin',
      title: t('campaigns.runs.origin'),
      value: ({ origin }) => t(`campaigns.runs.from.${origins.find((each) => each === origin) ?? 'scheduled'}`),
      isExtra: true,
    },
    {
      id: 'state',
      title: t('campaigns.column.state'),
      value: (run) => stateOf(run).words,
      show: (run) => <Badge tone={stateOf(run).tone}>{stateOf(run).words}</Badge>,
    },
    count('matched', true),
    count('reached'),
    count('refused', true),
  ]
  return (
    <DataTable
      title={t('campaigns.runs.each')}
      isTitleHidden
      columns={columns}
      rows={runs}
      rowId={({ occurrence, zone, origin }) => `${occurrence} ${zone} ${origin}`}
      empty={<Empty>{t('campaigns.runs.none')}</Empty>}
    />
  )
}
