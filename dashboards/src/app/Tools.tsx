import { useTranslation } from 'react-i18next'
import { useTheme, themes, type Theme } from '@/shared/theme/useTheme'
import { setLanguage, type Language } from '@/shared/i18n'
import { Button } from '@/shared/ui/Button'
import { Icon, type IconName } from '@/shared/ui/Icon'

const icons: Record<Theme, IconName> = { system: 'contrast', light: 'sun', dark: 'moon' }

const otherLanguage: Record<Language, { code: Language; name: string }> = {
  en: { code: 'zh-CN', name: '中文' },
  'zh-CN': { code: 'en', name: 'English' },
}

/** What every page offers: the other language, and the theme. */
export function Tools() {
  const { t, i18n } = useTranslation()
  const { theme, set } = useTheme()
  const other = otherLanguage[i18n.language as Language]
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const themeHint = t('pick.switchTheme', { theme: t(`theme.${theme}`), next: t(`theme.${next}`) })
  return (
    <>
      <Button look="quiet" lang={other.code} onClick={() => setLanguage(other.code)}>
        {other.name}
      </Button>
      <Button look="quiet" title={themeHint} aria-label={themeHint} onClick={() => set(next)}>
        <Icon name={icons[theme]} />
      </Button>
    </>
  )
}
