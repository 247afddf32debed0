import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { languages, speak } from '@/shared/i18n'

// What browsers have and jsdom has not.
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
Element.prototype.scrollTo = () => undefined

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  },
})

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

for (const language of languages) await speak(language)

afterEach(cleanup)
