import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { playbookName, taskName } from '@/shared/recallWords'
import type { Due } from './due'
import { memberTaskName } from './memberTaskName'

/** What is due, in words. */
export function useDueWords(): (due: Due) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ kind, about = '' }) => {
    const text = String(about)
    switch (kind) {
      case 'care':
        return taskName(t, text, text)
      case 'step':
      case 'message':
      case 'runEnds':
        return t(`member.due.${kind}`, { playbook: playbookName(t, text) })
      case 'pointsExpire':
        return t('member.due.pointsExpire', { count: Number(about), formatted: format.number(Number(about)) })
      case 'cardEnds':
        return t('member.due.cardEnds', { card: givenName(t, text) })
      case 'tierEnds':
        return t('member.due.tierEnds', { tier: givenName(t, text) })
      case 'memberTask':
        return t('member.due.memberTask', { task: memberTaskName(t, text) })
      case 'standing':
        return t('member.due.standing')
    }
  }
}
