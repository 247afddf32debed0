import { useSyncExternalStore } from 'react'
import { remember } from '../memory'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function set(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  remember('theme', theme)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  systemIsDark.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    systemIsDark.removeEventListener('change', listener)
  }
}

export function useTheme() {
  const theme = useSyncExternalStore(subscribe, chosen)
  const isDark = useSyncExternalStore(subscribe, () => (chosen() === 'system' ? systemIsDark.matches : chosen() === 'dark'))
  return { theme, isDark, set }
}
