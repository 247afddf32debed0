import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress, type Field } from '@/shared/address/useAddress'
import { flagName, flags } from '@/shared/flags'
import { rfmGroupName, rfmGroups } from '@/shared/rfmGroups'
import { stages } from '@/shared/stages'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Select } from '@/shared/ui/Select'
import styles from './Members.module.css'
import { nothingNarrowed, scoreOf } from './sought'

/** What narrows the list: all of it in the address, so that a link shows another person the same members. */
export function MemberFilters() {
  const { t } = useTranslation()
  const [stage, flag, group] = [useAddress('stage'), useAddress('flag'), useAddress('group')]
  const scores = { r: scoreOf(useAddress('r')), f: scoreOf(useAddress('f')), m: scoreOf(useAddress('m')) }
  const cell = (['r', 'f', 'm'] as const).filter((letter) => scores[letter] !== undefined)
  const pick = (field: Field) => (id: string) => writeAddress({ [field]: id === '' ? undefined : id }, 'replace')
  const isNarrowed = [stage, flag, group].some((each) => each !== undefined) || cell.length > 0

  return (
    <div className={styles.filters}>
      <Select
        label={t('members.filter.stage')}
        value={stage ?? ''}
        options={[{ id: '', name: t('members.filter.anyStage') }, ...stages.map((id) => ({ id, name: t(`stage.${id}`) }))]}
        onPick={pick('stage')}
      />
      <Select
        label={t('members.filter.flag')}
        value={flag ?? ''}
        options={[{ id: '', name: t('members.filter.anyFlag') }, ...flags.map((id) => ({ id, name: flagName(t, id) }))]}
        onPick={pick('flag')}
      />
      <Select
        label={t('members.filter.group')}
        value={group ?? ''}
        options={[{ id: '', name: t('members.filter.anyGroup') }, ...rfmGroups.map((id) => ({ id, name: rfmGroupName(t, id) }))]}
        onPick={pick('group')}
      />
      {cell.map((letter) => (
        <Button key={letter} look="quiet" className={styles.score} onClick={() => writeAddress({ [letter]: undefined }, 'replace')}>
          {t(`members.filter.${letter}`, { score: scores[letter] })}
          <Icon name="cross" size={13} />
          <span className="hidden-but-read">{t('members.filter.remove')}</span>
        </Button>
      ))}
      {isNarrowed && (
        <Button look="quiet" onClick={() => writeAddress({ ...nothingNarrowed }, 'replace')}>
          {t('members.filter.all')}
        </Button>
      )}
    </div>
  )
}
