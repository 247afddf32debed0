import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { readAddress, writeAddress } from '../address/useAddress'
import { recall, remember } from '../memory'

export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]

/** Nobody loads the words of a language that she does not read. */
const words = {
  en: () => import('./en'),
  'zh-CN': () => import('./zh-CN'),
} satisfies Record<Language, () => Promise<{ default: object }>>

/** The first wish that can be met: any Chinese is answered in zh-CN, anything unknown in English. */
export function choose(...wishes: (string | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish?.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (wish?.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: tree } = await words[language]()
    i18next.addResourceBundle(language, 'translation', tree)
  }
  await i18next.changeLanguage(language)
}

export function setLanguage(language: Language): void {
  remember('language', language)
  writeAddress({ lang: language }, 'replace')
  void speak(language)
}

/** Resolves once there are words: before that nothing can be shown. */
export async function startSpeaking(): Promise<void> {
  await speak(choose(readAddress('lang'), recall('language'), ...navigator.languages))
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

void i18next.use(initReactI18next).init({
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
})

export { i18next }
