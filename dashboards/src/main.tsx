import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import { App } from '@/app/App'
import { fetchAhead } from '@/app/pages'
import { readAddress } from '@/shared/address/useAddress'
import { startSpeaking } from '@/shared/i18n'

const root = document.getElementById('root')
if (root) {
  fetchAhead(readAddress('page'))
  await startSpeaking()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
