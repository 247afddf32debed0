import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { timingOf, type Schedule } from './cron'

/** Says when a campaign goes, as people would. */
export function useScheduleWords(): (schedule: Schedule) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (schedule) => {
    const { rhythm, at, time, weekdays, monthDay, cron } = timingOf(schedule)
    switch (rhythm) {
      case 'once': {
        const [day = '', clock = ''] = at.split('T')
        return t('campaigns.when.once', { day: Number.isNaN(Date.parse(day)) ? day : format.calendarDay(day), time: clock })
      }
      case 'daily':
        return t('campaigns.when.daily', { time })
      case 'weekly':
        return t('campaigns.when.weekly', { days: format.list(weekdays.map((day) => format.weekday(day))), time })
      case 'monthly':
        return monthDay === 'L' ? t('campaigns.when.monthEnd', { time }) : t('campaigns.when.monthly', { day: format.number(Number(monthDay)), time })
      case 'cron':
        return t('campaigns.when.cron', { cron })
    }
  }
}
