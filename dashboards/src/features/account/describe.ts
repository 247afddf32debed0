import type { TFunction } from 'i18next'
import { Refusal } from '@/api/client'

/** Why something did not work, in words; nothing where it did. */
export function describe(t: TFunction, failure: Error | null): string | undefined {
  if (!failure) return undefined
  if (!(failure instanceof Refusal)) return t('signIn.unreachable')
  switch (failure.code) {
    case 'wrong_password':
      return t('account.wrongPassword')
    case 'invalid_field':
      return t('account.failed', { detail: failure.message })
    default:
      return t('account.failed', { detail: failure.message })
  }
}
