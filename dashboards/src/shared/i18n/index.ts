import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { readAddress, writeAddress } from '../address/useAddress'
import { recall, remember } from '../memory'
import en from './en.json'
import chinese from './zh-CN.json'

export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]

/** The first wish that can be met: any Chinese is answered in zh-CN, anything unknown in English. */
export function choose(...wishes: (string | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish?.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (wish?.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}

export function setLanguage(language: Language): void {
  remember('language', language)
  writeAddress({ lang: language }, 'replace')
  void i18next.changeLanguage(language)
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

void i18next.use(initReactI18next).init({
  lng: choose(readAddress('lang'), recall('language'), ...navigator.languages),
  fallbackLng: 'en',
  resources: { en: { translation: en }, 'zh-CN': { translation: chinese } },
  interpolation: { escapeValue: false },
})

export { i18next }
