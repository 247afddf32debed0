import { isObject, type Path } from '../document/json'
import { kindOf, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { ChoiceEditor } from './ChoiceEditor'
import { decides, fieldsThatMatter, withWord } from './dependents'
import { DurationEditor } from './DurationEditor'
import { GroupEditor } from './GroupEditor'
import { ListEditor } from './ListEditor'
import { MapEditor } from './MapEditor'
import { NumberEditor } from './NumberEditor'
import { RawEditor } from './RawEditor'
import { SwitchEditor } from './SwitchEditor'
import { TextEditor } from './TextEditor'

interface NodeEditorProps {
  path: Path
  label: string
  describedBy?: string | undefined
}

/** Fields that the schema only says may be empty, and that are times of day. */
const times = new Set(['recall.playbooks.entry.trigger.at', 'recall.playbooks.entry.steps.item.at'])

/** Whatever the schema says a value is, something to change it with. */
export function NodeEditor({ path, label, describedBy }: NodeEditorProps) {
  const { root, valueOf, set } = usePolicyForm()
  const { schema, pattern } = placeAt(root, path)
  const { unit } = useFieldWords(root).of(path)
  const place = pattern.join('.')
  const around = pattern.slice(0, -1).join('.')
  const [value, outer] = [valueOf(path), valueOf(path.slice(0, -1))]
  if (times.has(place)) return <TextEditor path={path} label={label} type="time" describedBy={describedBy} />
  if (place === 'care.openingHours.holidays.item') return <TextEditor path={path} label={label} type="date" describedBy={describedBy} />
  if (place === 'recall.messages.language') return <ChoiceEditor path={path} label={label} options={languages} />
  switch (kindOf(schema)) {
    case 'switch':
      return <SwitchEditor path={path} label={label} />
    case 'integer':
    case 'decimal':
      return unit === 'hours' ? <DurationEditor path={path} label={label} /> : <NumberEditor path={path} label={label} describedBy={describedBy} />
    case 'choice':
      return decides(around, pattern.at(-1) ?? '') && isObject(outer) ? (
        <ChoiceEditor path={path} label={label} onPick={(word) => set(path.slice(0, -1), withWord(around, outer, word))} />
      ) : (
        <ChoiceEditor path={path} label={label} />
      )
    case 'time':
      return <TextEditor path={path} label={label} type="time" describedBy={describedBy} />
    case 'text':
      return <TextEditor path={path} label={label} describedBy={describedBy} />
    case 'object':
      return <GroupEditor path={path} label={label} only={isObject(value) ? fieldsThatMatter(place, value) : undefined} />
    case 'list':
      return <ListEditor path={path} label={label} />
    case 'map':
      return <MapEditor path={path} label={label} />
    default:
      return <RawEditor path={path} label={label} />
  }
}

const languages = [
  { id: 'zh-CN', name: '简体中文' },
  { id: 'en', name: 'English' },
]
