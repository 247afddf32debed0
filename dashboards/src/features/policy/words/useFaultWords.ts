import { useTranslation } from 'react-i18next'
import { isStage } from '@/shared/stages'
import { knownFault } from './faultWords'

/** A fault in the reader's language, where it is a known one. */
export function useFaultWords(): (why: string) => string {
  const { t } = useTranslation()
  return (why) => {
    const known = knownFault(why)
    if (!known) return why
    const { from = '', to = '', hours = '', stage = '' } = known.values
    return t(`policy.fault.${known.kind}`, { from, to, hours, stage: isStage(stage) ? t(`stage.${stage}`) : stage })
  }
}
