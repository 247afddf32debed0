import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Task } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { Select } from '@/shared/ui/Select'

interface ReassignProps {
  task: Task
  onChoose: (to: string) => void
}

/** Gives a task to a colleague: one of the task's store, or one who is for the whole chain. */
export function Reassign({ task, onChoose }: ReassignProps) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const { data: colleagues = [] } = useQuery({
    queryKey: ['colleagues', chain.id],
    queryFn: async () => (await answer(api.GET('/v1/chains/{chain}/colleagues', { params: { path: { chain: chain.id } } }))).items,
  })
  const candidates = colleagues.filter(
    ({ id, stores }) => id !== task.assignee && (stores.length === 0 || task.store === null || stores.includes(task.store)),
  )
  if (candidates.length === 0) return null
  return (
    <Select
      label={t('queue.reassign')}
      value=""
      options={[{ id: '', name: t('queue.reassign') }, ...candidates]}
      onPick={(to) => to !== '' && onChoose(to)}
    />
  )
}
