import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Json, Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { TextEditor } from './TextEditor'
import styles from './WeekEditor.module.css'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The week as it hangs on the door: a line a day, with as many spans as it is open. */
export function WeekEditor({ path }: { path: Path }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  return (
    <div className={styles.week}>
      {days.map((day) => {
        const place = [...path, day]
        const value = form.valueOf(place)
        const spans: Json[] = Array.isArray(value) ? value : []
        const name = words.of(place).label
        const mayEdit = form.mayEdit(place)
        return (
          <div key={day} className={styles.day} role="group" aria-label={name} data-changed={form.isChanged(place)}>
            <span className={styles.name}>{name}</span>
            <span className={styles.spans}>
              {spans.length === 0 && <span className={styles.closed}>{t('policy.week.closed')}</span>}
              {spans.map((_, index) => (
                <span key={index} className={styles.span}>
                  <TextEditor type="time" path={[...place, index, 'from']} label={t('policy.week.from', { day: name, number: index + 1 })} />
                  <span aria-hidden="true">–</span>
                  <TextEditor type="time" path={[...place, index, 'until']} label={t('policy.week.until', { day: name, number: index + 1 })} />
                  {mayEdit && (
                    <Button
                      look="quiet"
                      className={styles.small}
                      aria-label={t('policy.removeNamed', { name: `${name} ${index + 1}` })}
                      onClick={() => form.set(place, spans.toSpliced(index, 1))}
                    >
                      <Icon name="cross" size={14} />
                    </Button>
                  )}
                </span>
              ))}
              {mayEdit && (
                <Button look="quiet" className={styles.small} onClick={() => form.set(place, [...spans, nextSpan(spans)])}>
                  <Icon name="plus" size={14} />
                  {t(spans.length === 0 ? 'policy.week.open' : 'policy.week.another')}
                  <span className="hidden-but-read"> {name}</span>
                </Button>
              )}
              {mayEdit && day === 'monday' && (
                <Button look="quiet" className={styles.small} onClick={() => form.set(path, Object.fromEntries(days.map((each) => [each, spans])))}>
                  {t('policy.week.same')}
                </Button>
              )}
            </span>
            <FieldTools path={place} name={name} isShort />
            <FieldFaults path={place} />
          </div>
        )
      })}
    </div>
  )
}

/** After the last span of a day there is an evening, unless it already reaches into it. */
function nextSpan(spans: readonly Json[]): Json {
  return spans.length === 0 ? { from: '09:00', until: '21:00' } : { from: '18:00', until: '21:00' }
}
