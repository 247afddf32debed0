import { useTranslation } from 'react-i18next'
import type { Playbook, PlaybookMember, Stage } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { Until } from '@/shared/clock/Until'
import { useFormat } from '@/shared/format/useFormat'
import type { Column } from '@/shared/table/DataTable'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import { deedsOf } from '../deeds'
import styles from './Standing.module.css'

/** When something next happens to her in the playbook: its next step, or its end. */
const nextAt = ({ nextStepAt, endsAt }: PlaybookMember) => nextStepAt ?? endsAt

/** What is said of each member who stands in a playbook. */
export function useColumns(playbook: Playbook | undefined): Column<PlaybookMember>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()

  const next = ({ step, nextStepAt, endsAt, heldOut }: PlaybookMember): string => {
    if (nextStepAt === null) return endsAt === null ? '' : t('recall.standing.leaves')
    if (heldOut) return t('recall.standing.nothing')
    const deeds = deedsOf(t, playbook?.steps[step])
    return deeds.length > 0 ? format.list(deeds) : t('recall.step', { number: format.number(step + 1) })
  }
  const paused = ({ pausedUntil }: PlaybookMember) =>
    pausedUntil === null ? undefined : t('recall.standing.paused', { until: format.date(Date.parse(pausedUntil)) })

  return [
    {
      id: 'who',
      title: t('members.column.who'),
      value: ({ id, profile }) => profile?.name ?? id,
      show: ({ id, profile }) => <MemberLink id={id} name={profile?.name} />,
    },
    { id: 'id', title: t('members.column.id'), value: ({ id }) => id, isExtra: true },
    { id: 'phone', title: t('members.column.phone'), value: ({ profile }) => profile?.phone, isExtra: true },
    {
      id: 'stage',
      title: t('recall.standing.stage'),
      value: ({ stage }) => t(`stage.${stage as Stage}`),
      show: ({ stage }) => <StageChip stage={stage as Stage} />,
      isExtra: true,
    },
    { id: 'store', title: t('members.column.store'), value: ({ store }) => (store === null ? '' : storeName(store)), isExtra: true },
    { id: 'since', title: t('recall.standing.since'), value: ({ since }) => since, show: ({ since }) => <Until at={since} /> },
    {
      id: 'next',
      title: t('recall.standing.next'),
      value: (row) => [next(row), paused(row)].filter(Boolean).join(' · '),
      show: (row) => (
        <>
          {next(row)}
          {paused(row) !== undefined && <span className={styles.soft}> {paused(row)}</span>}
        </>
      ),
    },
    {
      id: 'nextAt',
      title: t('recall.standing.when'),
      value: nextAt,
      show: (row) => {
        const at = nextAt(row)
        return at === null ? null : <Until at={at} />
      },
    },
  ]
}
