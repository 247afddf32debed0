import { useTranslation } from 'react-i18next'
import type { PolicyVersion } from '@/api/types'
import { RelativeTime } from '@/shared/clock/RelativeTime'
import { useFormat } from '@/shared/format/useFormat'
import { useStaffName } from '@/shared/staff/StaffNames'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Versions.module.css'

/** As many names as fit a line; the rest is a number. */
const named = 4

interface VersionRowProps {
  version: PolicyVersion
  isNow: boolean
  onOpen: () => void
}

/** A version in a line: which, who, when, why, and what it touched. */
export function VersionRow({ version: { version, at, by, note, changes }, isNow, onOpen }: VersionRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const words = useFieldWords(usePolicyForm().root)
  const names = [...new Set(changes.map(({ path }) => words.of(path.split('.')).label))]
  const rest = names.length - named
  const title = t('policy.versions.number', { version: format.number(version) })
  return (
    <li className={styles.version}>
      <div className={styles.head}>
        <strong>{title}</strong>
        {isNow && <Badge tone="good">{t('policy.versions.now')}</Badge>}
        <span className={styles.by}>
          {by === null ? t('policy.versions.somebody') : staffName(by)}
          {at !== null && (
            <>
              {' · '}
              <span title={format.exact(Date.parse(at))}>
                <RelativeTime at={Date.parse(at)} format={format} />
              </span>
            </>
          )}
        </span>
      </div>
      {note !== null && <p className={styles.note}>{note}</p>}
      <p className={styles.what}>
        {names.length === 0 ? t('policy.versions.first') : format.list(names.slice(0, named))}
        {rest > 0 && ` ${t('policy.versions.rest', { count: rest, formatted: format.number(rest) })}`}
      </p>
      <Button look="quiet" className={styles.open} aria-label={t('policy.versions.openNamed', { name: title })} onClick={onOpen}>
        {t('policy.versions.open')}
      </Button>
    </li>
  )
}
