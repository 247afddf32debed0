import { useTranslation } from 'react-i18next'
import type { Playbook, PlaybookFigures, RecallPolicy } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { playbookName } from '@/shared/recallWords'
import { Figure } from '@/shared/ui/Figure'
import { Icon } from '@/shared/ui/Icon'
import { Share } from '@/shared/ui/Share'
import styles from './Ladder.module.css'
import { ladderOf } from './ladder'
import { Rung } from './Rung'
import { StandingLink } from './standing/StandingLink'

interface LadderProps {
  figures: PlaybookFigures
  playbook: Playbook | undefined
  texts: RecallPolicy | undefined
  isTold?: boolean
}

/** A playbook as a ladder: who enters at its head, who stands on which step, who is left alone, and who came back. */
export function Ladder({ figures, playbook, texts, isTold = false }: LadderProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { waiting, rungs, most } = ladderOf(figures, playbook)
  const waitsFirst = waiting > 0 || (playbook?.steps[0]?.afterHours ?? 0) > 0

  return (
    <div className={styles.ladder}>
      <ol className={styles.rungs} aria-label={t('recall.stepsOf', { name: playbookName(t, figures.name) })}>
        {waitsFirst && (
          <li className={styles.rung} data-any={waiting > 0}>
            <span className={styles.knot}>
              <Icon name="clock" size={15} />
            </span>
            <div className={styles.what}>
              <p className={styles.when}>{t('recall.waiting')}</p>
            </div>
            <div className={styles.standing}>
              <span className={styles.count}>
                <StandingLink playbook={figures.name} place={0} members={waiting}>
                  <Figure>{format.number(waiting)}</Figure>
                  <span className="hidden-but-read"> {t('recall.standHere', { count: waiting })}</span>
                </StandingLink>
              </span>
              <Share of={waiting / most} />
            </div>
          </li>
        )}
        {rungs.map((rung) => (
          <Rung key={rung.index} playbook={figures.name} rung={rung} trigger={playbook?.trigger} texts={texts} most={most} isTold={isTold} />
        ))}
      </ol>
      <div className={styles.exits}>
        <p className={styles.exit} data-exit="returned">
          <Icon name="up" size={15} />
          <span>{t('recall.returned')}</span>
          <b>
            <Figure>{format.number(figures.returned)}</Figure>
          </b>
          <span className={styles.money}>{format.money(figures.revenue)}</span>
        </p>
        <p className={styles.exit} data-exit="heldOut">
          <Icon name="pause" size={15} />
          <span>{playbook?.holdoutPercent ? t('recall.heldOutShare', { share: format.percent(playbook.holdoutPercent / 100) }) : t('recall.heldOut')}</span>
          <b>
            <StandingLink playbook={figures.name} place="heldOut" members={figures.heldOutMembers}>
              <Figure>{format.number(figures.heldOutMembers)}</Figure>
              <span className="hidden-but-read"> {t('recall.heldOutHere', { count: figures.heldOutMembers })}</span>
            </StandingLink>
          </b>
        </p>
      </div>
    </div>
  )
}
