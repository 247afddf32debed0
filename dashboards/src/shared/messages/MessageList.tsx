import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '../address/useAddress'
import { mayInChain, useChain } from '../chain/ChainContext'
import { isMessageState, messageStates } from '../recall/messageStates'
import { Button } from '../ui/Button'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Segmented } from '../ui/Segmented'
import styles from './MessageList.module.css'
import { MessageRow } from './MessageRow'
import { useMessages } from './useMessages'

/** The messages of a playbook or a campaign, or all: what became of each, and why. The state is kept in the address as `tab`. */
export function MessageList({ playbook }: { playbook: string | undefined }) {
  const { t } = useTranslation()
  const { store, session } = useChain()
  const tab = useAddress('tab')
  const state = isMessageState(tab) ? tab : undefined
  const isAllowed = mayInChain(session, 'see_members')
  const query = useMessages(playbook, state, isAllowed)
  if (!isAllowed) return <Empty>{t('recall.messages.confined')}</Empty>

  return (
    <div className={styles.messages}>
      <Segmented
        label={t('recall.messages.state')}
        value={state ?? 'all'}
        options={[{ id: 'all', name: t('recall.messages.any') }, ...messageStates.map((id) => ({ id, name: t(`recall.messageState.${id}`) }))]}
        onChoose={(id) => writeAddress({ tab: id === 'all' ? undefined : id })}
      />
      <Loaded query={query} height={240}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          const shown = store === undefined ? all : all.filter((message) => message.store === store)
          return (
            <>
              {shown.length === 0 && <Empty>{t(query.hasNextPage ? 'recall.messages.noneYet' : 'recall.messages.none')}</Empty>}
              <ol className={styles.list} aria-label={t('recall.messages.title')}>
                {shown.map((message) => (
                  <MessageRow key={message.id} message={message} namesPlaybook={playbook === undefined} />
                ))}
              </ol>
              {query.hasNextPage && (
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('recall.messages.more')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
