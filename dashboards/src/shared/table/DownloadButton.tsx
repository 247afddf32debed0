import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { csvOf, download, type CsvValue } from './csv'

interface DownloadButtonProps {
  /** What the table is, also the file's name. */
  name: string
  /** Worked out only when somebody asks for it. */
  table: () => { header: readonly string[]; rows: readonly (readonly CsvValue[])[] }
}

/** Takes a table home. */
export function DownloadButton({ name, table }: DownloadButtonProps) {
  const { t } = useTranslation()
  const hint = t('table.download', { name })
  return (
    <Button
      look="quiet"
      className="not-printed"
      title={hint}
      aria-label={hint}
      onClick={() => {
        const { header, rows } = table()
        download(`${name}.csv`, csvOf(header, rows))
      }}
    >
      <Icon name="download" size={16} />
      CSV
    </Button>
  )
}
