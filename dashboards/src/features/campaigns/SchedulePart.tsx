import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Segmented } from '@/shared/ui/Segmented'
import { Select } from '@/shared/ui/Select'
import { Several } from '@/shared/ui/Several'
import styles from './CampaignForm.module.css'
import { rhythms, scheduleOf, type Timing } from './cron'
import { faultAt } from './faults'
import { FormField } from './FormField'
import type { FormPart } from './formPart'
import { useScheduleWords } from './useScheduleWords'

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const months = Array.from({ length: 12 }, (_, index) => index + 1)
const monthDays = [...Array.from({ length: 31 }, (_, index) => String(index + 1)), 'L']

/** When it goes: once, or by days and a time that are written as a cron, or by a cron of one's own. */
export function SchedulePart({ draft: { timing }, change, faults }: FormPart) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useScheduleWords()
  const set = (changes: Partial<Timing>) => change({ timing: { ...timing, ...changes } })
  const fault = faultAt(faults, 'schedule')
  const { rhythm } = timing

  return (
    <Card title={t('campaigns.part.when')} className={styles.part}>
      <Segmented
        label={t('campaigns.part.when')}
        value={rhythm}
        options={rhythms.map((id) => ({ id, name: t(`campaigns.rhythm.${id}`) }))}
        onChoose={(chosen) => set({ rhythm: chosen, ...(chosen === 'cron' && timing.cron === '' && { cron: scheduleOf(timing).cron ?? '' }) })}
      />
      {rhythm === 'weekly' && (
        <Several
          label={t('campaigns.field.weekdays')}
          value={timing.weekdays}
          options={weekdays.map((id) => ({ id, name: format.weekday(id, 'short') }))}
          onChoose={(chosen) => set({ weekdays: chosen })}
        />
      )}
      {rhythm === 'monthly' && (
        <Several
          label={t('campaigns.field.months')}
          value={timing.months}
          options={months.map((id) => ({ id, name: format.month(id) }))}
          onChoose={(chosen) => set({ months: chosen })}
        />
      )}
      <div className={styles.row}>
        {rhythm === 'monthly' && (
          <Select
            label={t('campaigns.field.monthDay')}
            isLabelHidden={false}
            value={timing.monthDay}
            options={monthDays.map((id) => ({ id, name: id === 'L' ? t('campaigns.lastDay') : format.number(Number(id)) }))}
            onPick={(monthDay) => set({ monthDay })}
          />
        )}
        {rhythm === 'once' && (
          <FormField label={t('campaigns.field.at')} type="datetime-local" value={timing.at} fault={fault} onChange={({ target }) => set({ at: target.value })} />
        )}
        {rhythm === 'cron' && (
          <FormField
            label={t('campaigns.field.cron')}
            hint={t('campaigns.hint.cron')}
            value={timing.cron}
            fault={fault}
            onChange={({ target }) => set({ cron: target.value })}
          />
        )}
        {rhythm !== 'once' && rhythm !== 'cron' && (
          <FormField
            label={t('campaigns.field.time')}
            type="time"
            required
            value={timing.time}
            fault={fault}
            onChange={({ target }) => target.value !== '' && set({ time: target.value })}
          />
        )}
      </div>
      <p className={styles.soft}>
        {rhythm === 'once' && timing.at === '' ? '' : `${said(scheduleOf(timing))} · `}
        {t('campaigns.hint.clocks')}
      </p>
    </Card>
  )
}
