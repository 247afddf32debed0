import type { TFunction } from 'i18next'
import { i18next } from './i18n'

/**
 * What people call something that a chain has named in its rules: a tier, a kind of card, goods, a category. The usual names are said
 * in the reader's language; any other as the chain wrote it, made readable: spaces for underscores, and a capital first.
 */
export function givenName(t: TFunction, name: string): string {
  if (i18next.exists(`given.${name}`)) return t(`given.${name}` as 'given.basic')
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A channel that messages go by, likewise. */
export function channelName(t: TFunction, name: string): string {
  return i18next.exists(`channelName.${name}`) ? t(`channelName.${name}` as 'channelName.sms') : name
}
