import type { TFunction } from 'i18next'
import { givenName } from './givenName'
import { i18next } from './i18n'

/** A playbook that comes with the program in the reader's words; one of the chain's own by its name. */
export function playbookName(t: TFunction, name: string): string {
  if (name.startsWith('campaign:')) return givenName(t, name.slice('campaign:'.length))
  return i18next.exists(`playbook.${name}`) ? t(`playbook.${name}` as 'playbook.welcome') : givenName(t, name)
}

/** What a task asks for: by its kind where that is known here, else as its title has it. */
export function taskName(t: TFunction, kind: string, title: string): string {
  return i18next.exists(`task.${kind}`) ? t(`task.${kind}` as 'task.complaint') : title
}

/** What a template is about: of one that comes with the program in the reader's words, else its name. */
export function templateName(t: TFunction, name: string): string {
  return i18next.exists(`template.${name}`) ? t(`template.${name}` as 'template.welcome') : name
}
