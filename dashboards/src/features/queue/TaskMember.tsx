import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useFreshened } from '@/live/useFreshened'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { isStage } from '@/shared/stages'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Icon } from '@/shared/ui/Icon'
import { Loaded } from '@/shared/ui/Loaded'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import { Holdings } from './Holdings'
import styles from './TaskMember.module.css'

/** Who the task is about: what one should know before one calls her. */
export function TaskMember({ id, except }: { id: string; except: string }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const at = useAt()
  const queryKey = ['taskMember', chain.id, id, i18n.language, at]
  const query = useQuery({
    queryKey,
    queryFn: () =>
      answer(
        api.GET('/v1/chains/{chain}/members/{id}', {
          params: { path: { chain: chain.id, id }, query: { language: i18n.language, ...(at === undefined ? {} : { at }) } },
        }),
      ),
  })
  useFreshened(queryKey, (event) => at === undefined && event.member === id)

  return (
    <Loaded query={query} height={150}>
      {(member) => (
        <div className={styles.member}>
          <p className={styles.who}>
            <MemberLink id={id} name={member.profile?.name} className={styles.name} />
            {member.profile?.name != null && <span className={styles.id}>{id}</span>}
            {isStage(member.stage) && <StageChip stage={member.stage} />}
            {member.tier.title !== null && <Badge tone="accent">{member.tier.title}</Badge>}
            {member.flags.map((flag) => (
              <Badge key={flag} tone="warn">
                {flag === 'slipping' || flag === 'second_visit_overdue' ? t(`flag.${flag}`) : flag}
              </Badge>
            ))}
          </p>
          {member.profile?.phone != null && (
            <p>
              {member.profile.masked ? (
                <span className={styles.phone}>
                  <Icon name="phone" size={16} />
                  {member.profile.phone}
                </span>
              ) : (
                <a className={styles.phone} href={`tel:${member.profile.phone}`}>
                  <Icon name="phone" size={16} />
                  <span className="hidden-but-read">{t('queue.call')}</span>
                  {member.profile.phone}
                </a>
              )}
            </p>
          )}
          <p className={styles.since}>{t('queue.stageSince', { day: format.day(Date.parse(member.stageSince)) })}</p>
          <Holdings member={member} except={except} />
        </div>
      )}
    </Loaded>
  )
}
