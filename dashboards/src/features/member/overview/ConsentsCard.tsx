import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Member } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { channelName } from '@/shared/givenName'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import type { Recording } from '../acts/useRecording'
import { keyOf } from '../keys'
import lists from '../Lists.module.css'
import styles from '../Member.module.css'

/** What she wants to be written on. Nothing said is leave to write. */
export function ConsentsCard({ member, recording }: { member: Member; recording: Recording }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const isPast = useAt() !== undefined
  const mayTell = useMay('record_acts') && !isPast && member.erased !== true
  const query = useQuery({
    queryKey: keyOf(chain.id, member.id, 'consents'),
    queryFn: () => answer(api.GET('/v1/chains/{chain}/members/{id}/consents', { params: { path: { chain: chain.id, id: member.id } } })),
    refetchOnMount: 'always',
  })
  return (
    <Card title={t('member.consents.title')}>
      {isPast && <p className={styles.soft}>{t('member.present')}</p>}
      <Loaded query={query} height={80}>
        {({ channels }) => {
          const shown = channels.some(({ channel }) => channel === null) ? channels : [{ channel: null, given: true, since: undefined }, ...channels]
          return (
            <ul className={lists.list}>
              {shown.map(({ channel, given, since }) => {
                const name = channel !== null ? channelName(t, channel) : t(channels.length > 0 ? 'member.consents.others' : 'member.consents.all')
                return (
                  <li key={channel ?? ''} className={lists.line}>
                    <span className={lists.grow}>
                      {name} <Badge tone={given ? 'good' : 'bad'}>{t(given ? 'member.consents.given' : 'member.consents.refused')}</Badge>
                      <span className={styles.softLine}>{since === undefined ? t('member.consents.unsaid') : format.date(Date.parse(since))}</span>
                    </span>
                    {mayTell && (
                      <Button look="quiet" aria-label={t(given ? 'member.consents.refuseOf' : 'member.consents.giveOf', { channel: name })} onClick={() => recording.consent(channel, !given)}>
                        {t(given ? 'member.consents.refuse' : 'member.consents.give')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          )
        }}
      </Loaded>
    </Card>
  )
}
