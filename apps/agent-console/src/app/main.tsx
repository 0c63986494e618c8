import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { lookAsBefore } from './change-look.ts'
import './styles.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await lookAsBefore()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
