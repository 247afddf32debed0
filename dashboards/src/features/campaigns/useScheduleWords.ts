import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { timingOf, type Schedule } from './cron'

/** Says when a campaign goes, as people would. */
export function useScheduleWords(): (schedule: Schedule) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (schedule) => {
    const { rhythm, at, time, weekdays, monthDay, months, cron } = timingOf(schedule)
    switch (rhythm) {
      case 'once': {
        const [day = '', clock = ''] = at.split('T')
        return t('campaigns.when.once', { day: Number.isNaN(Date.parse(day)) ? day : format.calendarDay(day), time: clock })
      }
      case 'daily':
        return t('campaigns.when.daily', { time })
      case 'weekly':
        return t('campaigns.when.weekly', { days: format.list(weekdays.map((day) => format.weekday(day))), time })
      case 'monthly': {
        const told = months.length === 0 ? t('campaigns.when.everyMonth') : format.list(months.map((month) => format.month(month)))
        if (monthDay === 'L') return t('campaigns.when.monthEnd', { months: told, time })
        return t('campaigns.when.monthly', { months: told, day: format.number(Number(monthDay)), time })
      }
      case 'cron':
        return t('campaigns.when.cron', { cron })
    }
  }
}
