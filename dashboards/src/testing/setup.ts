import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { languages, speak } from '@/shared/i18n'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 })

// What browsers have and jsdom has not.
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
// Nothing is laid out here: a list that draws only what is in sight needs a place, and rows that fit in.
Object.defineProperties(Element.prototype, {
  clientWidth: { configurable: true, value: 800 },
  clientHeight: { configurable: true, value: 800 },
})
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 60 })

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
