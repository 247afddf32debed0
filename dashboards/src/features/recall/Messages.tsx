import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { MessageList } from '@/shared/messages/MessageList'
import { playbookName } from '@/shared/recallWords'
import { Card } from '@/shared/ui/Card'
import { Select } from '@/shared/ui/Select'
import { useRecall } from './useRecall'

const allDays = {}

/** Every message with everything that was decided about it; of one playbook or campaign where one is picked. */
export function Messages() {
  const { t, i18n } = useTranslation()
  const playbook = useAddress('playbook')
  const { data } = useRecall(allDays)
  const names = [...(data?.playbooks ?? []).map(({ name }) => name), ...(data?.campaigns ?? []).map(({ name }) => `campaign:${name}`)]
  const known = playbook === undefined || names.includes(playbook) ? names : [playbook, ...names]
  const options = known
    .map((id) => ({ id, name: playbookName(t, id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language))
  return (
    <Card
      title={t('recall.messages.title')}
      aside={
        <Select
          label={t('recall.messages.playbook')}
          value={playbook ?? ''}
          options={[{ id: '', name: t('recall.messages.all') }, ...options]}
          onPick={(id) => writeAddress({ playbook: id === '' ? undefined : id })}
        />
      }
    >
      <MessageList playbook={playbook} />
    </Card>
  )
}
