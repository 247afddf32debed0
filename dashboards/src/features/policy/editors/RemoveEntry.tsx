import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'

/** Takes an entry away. What a store has from its chain it cannot: it can only differ. */
export function RemoveEntry({ path, name }: { path: Path; name: string }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const isInList = path.some((step) => typeof step === 'number')
  if (!form.mayEdit(path) || !(isInList || form.isRemovable(path))) return null
  return (
    <Button
      look="quiet"
      title={t('policy.remove')}
      aria-label={t('policy.removeNamed', { name })}
      onClick={() => form.remove(path)}
    >
      <Icon name="cross" size={16} />
    </Button>
  )
}
