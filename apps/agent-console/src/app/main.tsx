import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { lookAsBefore } from './change-look.ts'
import { keepShell } from './service-worker.ts'
import './styles.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await lookAsBefore()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
// A browser that refuses it (private windows) costs only the installation.
keepShell().catch((error: unknown) => console.warn('The console cannot be installed here:', error))
