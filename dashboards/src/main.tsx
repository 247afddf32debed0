import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import { App } from '@/app/App'
import { startSpeaking } from '@/shared/i18n'

const root = document.getElementById('root')
if (root) {
  await startSpeaking()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
