import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Badge } from '@/shared/ui/Badge'
import type { Path } from '../document/json'
import { FieldRow } from '../form/FieldRow'
import { FieldFaults } from '../form/FieldFaults'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import { Disclosure } from './Disclosure'
import styles from './Playbooks.module.css'
import { RemoveEntry } from './RemoveEntry'
import { StepsEditor } from './StepsEditor'
import { SwitchEditor } from './SwitchEditor'
import { TriggerEditor } from './TriggerEditor'

const rules = ['exits', 'endsAfterHours', 'coolDownDays', 'holdoutPercent', 'priority'] as const

/** A playbook as a sentence; opened, as the ladder of its steps and the rules around them. */
export function PlaybookEditor({ path, name }: { path: Path; name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const say = useValueWords(form.root)
  const label = words.of(path).label
  const inside = (field: string) => [...path, field]
  const steps = form.valueOf(inside('steps'))
  const count = Array.isArray(steps) ? steps.length : 0
  const when = form.valueOf([...path, 'trigger', 'when'])
  const isOn = form.valueOf(inside('enabled')) === true
  const isFaulty = form.faultsOf(path).length > 0
  const exits = form.valueOf(inside('exits'))
  return (
    <Disclosure
      isChanged={form.isChanged(path)}
      isFaint={!isOn}
      title={
        <>
          {label} {isFaulty && <Badge tone="bad">{t('policy.faulty')}</Badge>} {label !== name && <code className={styles.code}>{name}</code>}
        </>
      }
      sentence={
        <>
          {t('policy.playbook.sentence', { when: say([...path, 'trigger', 'when'], when), steps: t('policy.playbook.steps', { count, formatted: format.number(count) }) })}
          {Array.isArray(exits) && exits.length > 0 && t('policy.playbook.until', { exits: exits.map((each) => say([...path, 'exits', 0], each)).join(' / ') })}
        </>
      }
      aside={
        <>
          <FieldTools path={path} name={label} isShort />
          <RemoveEntry path={path} name={label} />
          <SwitchEditor path={inside('enabled')} label={`${label}: ${words.of(inside('enabled')).label}`} />
        </>
      }
    >
      <FieldFaults path={path} />
      <TriggerEditor path={inside('trigger')} label={label} />
      <StepsEditor path={inside('steps')} label={label} />
      <div className={styles.rules}>
        {rules.map((field) => (
          <FieldRow key={field} path={inside(field)} />
        ))}
      </div>
    </Disclosure>
  )
}
