import { useTranslation } from 'react-i18next'
import { FieldLink } from '@/shared/address/FieldLink'
import { useFormat } from '@/shared/format/useFormat'
import type { Column } from '@/shared/table/DataTable'
import styles from './Campaigns.module.css'
import { stateOf, type CampaignRow } from './campaignRow'
import { StateBadge } from './StateBadge'
import { useNextTime } from './useNextTime'
import { useScheduleWords } from './useScheduleWords'
import { UpliftCell } from './UpliftCell'

/** What the list says of each campaign. */
export function useColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useScheduleWords()
  const next = useNextTime()
  const count = (id: 'sent' | 'delivered' | 'failed', isExtra: boolean): Column<CampaignRow> => ({
    id,
    title: t(`recall.messageState.${id}`),
    value: ({ report }) => report?.messages[id],
    show: ({ report }) => (report ? format.number(report.messages[id]) : '–'),
    isNumber: true,
    isExtra,
  })
  const lastRun = ({ report }: CampaignRow) => report?.items[0]?.occurrence

  return [
    {
      id: 'title',
      title: t('campaigns.column.title'),
      value: ({ campaign }) => campaign.title,
      show: ({ campaign }) => (
        <FieldLink to={{ campaign: campaign.name }} className={styles.name}>
          {campaign.title}
        </FieldLink>
      ),
    },
    {
      id: 'state',
      title: t('campaigns.column.state'),
      value: (row) => t(`campaigns.state.${stateOf(row)}`),
      show: (row) => <StateBadge {...row} />,
    },
    { id: 'when', title: t('campaigns.column.when'), value: ({ campaign }) => said(campaign.schedule), isExtra: true },
    {
      id: 'nextRun',
      title: t('campaigns.column.nextRun'),
      value: ({ campaign }) => next(campaign),
      isExtra: true,
      isUnsorted: true,
    },
    {
      id: 'lastRun',
      title: t('campaigns.column.lastRun'),
      value: lastRun,
      show: (row) => {
        const at = lastRun(row)
        return at === undefined ? t('campaigns.never') : format.day(Date.parse(at))
      },
      isExtra: true,
    },
    {
      id: 'reached',
      title: t('campaigns.column.reached'),
      value: ({ figures }) => figures?.entered ?? 0,
      show: ({ figures }) => format.number(figures?.entered ?? 0),
      isNumber: true,
    },
    count('sent', true),
    count('delivered', true),
    count('failed', true),
    {
      id: 'returned',
      title: t('recall.returned'),
      value: ({ figures }) => figures?.returned ?? 0,
      show: ({ figures }) => format.number(figures?.returned ?? 0),
      isNumber: true,
    },
    {
      id: 'uplift',
      title: t('campaigns.column.uplift'),
      value: ({ figures }) => figures?.uplift?.returnRate.difference,
      show: ({ figures }) => <UpliftCell figures={figures} />,
      isExtra: true,
    },
  ]
}
