import { useTranslation } from 'react-i18next'
import type { Reason } from '@/shared/refusal/Reason'
import { wordsFor } from '@/shared/refusal/ruleWords'
import { isStage } from '@/shared/stages'
import { knownFault } from './faultWords'

/** A fault in the reader's language, where it is a known one. */
export function useFaultWords(): (why: string) => Reason {
  const { t } = useTranslation()
  return (why) => {
    const known = knownFault(why)
    if (!known) return wordsFor(t, why)
    const { hours = '', stage = '' } = known.values
    return { text: t(`policy.fault.${known.kind}`, { hours, stage: isStage(stage) ? t(`stage.${stage}`) : stage }) }
  }
}
