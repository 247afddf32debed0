import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeAddress, useAddress } from '@/shared/address/useAddress'
import type { Task } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { recall, remember } from '@/shared/memory'
import { useAt } from '@/shared/time/useAt'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { KeysDialog } from './KeysDialog'
import styles from './Queue.module.css'
import { QueueHead } from './QueueHead'
import { most } from './readQueue'
import { TaskDesk } from './TaskDesk'
import { TaskList } from './TaskList'
import { following, viewOf } from './tasks'
import { useChosen } from './useChosen'
import { useDesk } from './useDesk'
import { useQueue } from './useQueue'
import { useSearched } from './useSearched'

/** The care queue: the list, and beside it the one task at hand. */
export function Queue() {
  const { t } = useTranslation()
  const format = useFormat()
  const { session } = useChain()
  const at = useAt()
  const isPast = at !== undefined
  const view = viewOf(useAddress('view'))
  const [search, setSearch] = useState('')
  const [isKeyed, setKeyed] = useState(() => recall('queueKeys') !== 'off')
  const [asksForKeys, setAsksForKeys] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const queue = useQueue()
  const { list, summary } = queue
  const tasks = list.data?.items
  const { shown, counts } = useSearched(tasks, view, search)
  const { chosen, isGone, choose } = useChosen(tasks ?? [], shown)
  const desk = useDesk({ queue, shown, chosen, isGone, isPast, isKeyed, choose, heading, onKeys: () => setAsksForKeys(true) })

  const open = (task: Task, by: 'pointer' | 'keyboard') => {
    choose(task)
    desk.show(by)
  }
  const switchKeys = (isOn: boolean) => {
    setKeyed(isOn)
    remember('queueKeys', isOn ? 'on' : 'off')
  }
  const next = () => choose(chosen && following(shown, chosen, session.id))

  return (
    <div className={styles.columns}>
      <Card
        title={t('queue.title')}
        className={styles.list}
        headerClassName={styles.header}
        aside={
          <Button look="quiet" className={styles.keys} onClick={() => setAsksForKeys(true)}>
            {t('queue.keys.title')}
          </Button>
        }
      >
        <QueueHead
          view={view}
          counts={counts}
          summary={isPast ? undefined : summary.data}
          search={search}
          at={at}
          onView={(wanted) => {
            writeAddress({ view: wanted === 'all' ? undefined : wanted }, 'replace')
            choose(undefined)
          }}
          onSearch={setSearch}
        />
        <Loaded query={list} height={320}>
          {({ isWhole }) => (
            <>
              {shown.length === 0 && (
                <div className={styles.nothing}>
                  <Empty>{tasks?.length === 0 ? t(isPast ? 'queue.emptyThen' : 'queue.empty') : t('queue.emptyView')}</Empty>
                </div>
              )}
              <TaskList tasks={shown} chosen={chosen} onChoose={open} />
              {!isWhole && <p className={styles.more}>{t('queue.more', { most: format.number(most) })}</p>}
            </>
          )}
        </Loaded>
      </Card>
      <div className={styles.desk}>
        {chosen ? (
          <TaskDesk
            task={chosen}
            isGone={isGone}
            isPast={isPast}
            isKeyed={isKeyed}
            heading={heading}
            onWish={desk.wish}
            onSnooze={desk.snooze}
            onNext={next}
          />
        ) : (
          <p className={styles.idle}>{t('queue.idle')}</p>
        )}
      </div>
      {asksForKeys && <KeysDialog isOn={isKeyed} onSwitch={switchKeys} onClose={() => setAsksForKeys(false)} />}
    </div>
  )
}
