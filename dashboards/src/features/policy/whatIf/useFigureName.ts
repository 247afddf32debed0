import { useTranslation } from 'react-i18next'
import { playbookName, taskName } from '@/shared/recallWords'
import { isStage } from '@/shared/stages'

/** What a figure of a report is called: `messages.dormancy.sent` and its like in words. */
export function useFigureName(): (figure: string) => string {
  const { t } = useTranslation()
  const stage = (word: string | undefined) => (isStage(word) ? t(`stage.${word}`) : (word ?? ''))
  return (figure) => {
    const [kind, ...rest] = figure.split('.')
    const last = rest.at(-1)
    switch (kind) {
      case 'stages':
        return t('policy.figures.stage', { stage: stage(rest[0]) })
      case 'movements':
        return t('policy.figures.movement', { from: stage(rest[0]), to: stage(rest[1]) })
      case 'points':
        return t(last === 'granted' ? 'policy.figures.granted' : 'policy.figures.takenBack')
      case 'messages': {
        const did = (['planned', 'moved', 'sent', 'cancelled'] as const).find((word) => word === last)
        return did === undefined ? figure : t(`policy.figures.${did}`, { playbook: playbookName(t, rest.slice(0, -1).join('.')) })
      }
      case 'tasks':
        return t('policy.figures.tasks', { task: taskName(t, rest.join('.'), rest.join('.')) })
      default:
        return figure
    }
  }
}
