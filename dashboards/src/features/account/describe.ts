import type { TFunction } from 'i18next'
import { Refusal } from '@/api/client'

/** Why something did not work, in words; nothing where it did. */
export function describe(t: TFunction, failure: Error | null): string | undefined {
  if (!failure) return undefined
  if (!(failure instanceof Refusal)) return t('signIn.unreachable')
  return failure.code === 'wrong_password' ? t('account.wrongPassword') : t('account.failed', { detail: failure.message })
}
