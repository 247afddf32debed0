import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { isStage } from '@/shared/stages'
import { Badge } from '@/shared/ui/Badge'
import { Icon } from '@/shared/ui/Icon'
import { Loaded } from '@/shared/ui/Loaded'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import { Holdings } from './Holdings'
import styles from './TaskMember.module.css'
import { useTaskMember } from './useTaskMember'

/** Who the task is about: what one should know before one calls her. */
export function TaskMember({ id, except }: { id: string; except: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useTaskMember(id)

  return (
    <Loaded query={query} height={150}>
      {(member) => (
        <div className={styles.member}>
          <p className={styles.who}>
            <MemberLink id={id} name={member.profile?.name} className={styles.name} />
            {member.profile?.name != null && <span className={styles.id}>{id}</span>}
            {isStage(member.stage) && <StageChip stage={member.stage} />}
            {member.tier.title !== null && <Badge tone="accent">{givenName(t, member.tier.title)}</Badge>}
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
