import { useTranslation } from 'react-i18next'
import { givenName } from '@/shared/givenName'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { getIn, type Json, type Path } from '../document/json'
import { beginning, insideOf, placeAt, propertyOf } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { TierEditor } from './TierEditor'
import styles from './Tiers.module.css'

/** The ladder of tiers, lowest first. */
export function TiersEditor({ path }: { path: Path }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const value = form.valueOf(path)
  const tiers: Json[] = Array.isArray(value) ? value : []
  const mayEdit = form.mayEdit(path)
  const nameOf = (tier: Json) => {
    const [title, name] = [getIn(tier, ['title']), getIn(tier, ['name'])]
    return typeof title === 'string' && title !== '' ? givenName(t, title) : typeof name === 'string' ? words.nameOfEntry([], name) : ''
  }
  const begin = () => {
    const tier = insideOf(form.root, placeAt(form.root, path).schema)
    form.set(path, [
      ...tiers,
      {
        name: `tier_${tiers.length + 1}`,
        title: null,
        rules: [{ spend: 50_000, withinDays: null, points: null, friends: null, invitation: false }],
        // As what every member has, to be bettered.
        benefits: form.valueOf(['benefits', 'joined']) ?? beginning(form.root, propertyOf(form.root, tier, 'benefits')),
      },
    ])
  }
  const move = (index: number, by: 1 | -1) => {
    const next = [...tiers]
    const [tier] = next.splice(index, 1)
    if (tier !== undefined) form.set(path, next.toSpliced(index + by, 0, tier))
  }
  return (
    <div className={styles.tiers}>
      {tiers.map((tier, index) => (
        <TierEditor
          key={index}
          path={[...path, index]}
          label={nameOf(tier)}
          aside={
            mayEdit && (
              <>
                {index > 0 && (
                  <Button look="quiet" aria-label={t('policy.tier.down', { name: nameOf(tier) })} onClick={() => move(index, -1)}>
                    <Icon name="up" size={16} />
                  </Button>
                )}
                {index < tiers.length - 1 && (
                  <Button look="quiet" aria-label={t('policy.tier.up', { name: nameOf(tier) })} onClick={() => move(index, 1)}>
                    <Icon name="down" size={16} />
                  </Button>
                )}
                <Button look="quiet" aria-label={t('policy.removeNamed', { name: nameOf(tier) })} onClick={() => form.set(path, tiers.toSpliced(index, 1))}>
                  <Icon name="cross" size={16} />
                </Button>
              </>
            )
          }
        />
      ))}
      {mayEdit && (
        <div>
          <Button look="quiet" onClick={begin}>
            <Icon name="plus" size={16} />
            {t('policy.tier.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
