import type { TFunction } from 'i18next'
import { toast } from '../ui/toasts'
import { reasonOf } from './reasonOf'

/** Says that something the reader did was refused, and why. */
export function toastRefusal(t: TFunction, failure: Error): void {
  const { text, english } = reasonOf(t, failure)
  toast('bad', text, english)
}
