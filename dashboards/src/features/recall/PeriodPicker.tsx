import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Segmented } from '@/shared/ui/Segmented'
import styles from './PeriodPicker.module.css'
import { isLength, lengths } from './period'

const choices = ['all', ...lengths, 'days'] as const

type Choice = (typeof choices)[number]

/** Which days the figures are about. It writes the address; whoever shows figures reads it from there. */
export function PeriodPicker() {
  const { t } = useTranslation()
  const from = useAddress('from')
  const to = useAddress('to')
  const [isOpen, setOpen] = useState(false)
  const choice = choiceOf(from, to, isOpen)

  const choose = (chosen: Choice) => {
    setOpen(chosen === 'days')
    if (chosen === 'all') writeAddress({ from: undefined, to: undefined })
    else if (chosen !== 'days') writeAddress({ from: chosen, to: undefined })
  }
  const date = (field: 'from' | 'to', value: string | undefined) => (
    <label className={styles.date}>
      <span>{t(`recall.period.${field}`)}</span>
      <input
        type="date"
        value={isLength(value) ? '' : (value ?? '')}
        onChange={({ target }) => {
          const other = isLength(from) ? { from: undefined } : {}
          writeAddress({ ...other, [field]: target.value === '' ? undefined : target.value }, 'replace')
        }}
      />
    </label>
  )

  return (
    <div className={styles.period}>
      <Segmented
        label={t('recall.period.label')}
        value={choice}
        options={choices.map((id) => ({ id, name: t(`recall.period.${id}`) }))}
        onChoose={choose}
      />
      {choice === 'days' && (
        <div className={styles.dates}>
          {date('from', from)}
          {date('to', to)}
        </div>
      )}
    </div>
  )
}

function choiceOf(from: string | undefined, to: string | undefined, isOpen: boolean): Choice {
  if (isOpen) return 'days'
  if (isLength(from)) return from
  return from === undefined && to === undefined ? 'all' : 'days'
}
