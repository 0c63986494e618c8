import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { lookAsBefore } from './change-look.ts'
import { keepShell } from './service-worker.ts'
import { whileIdle } from './while-idle.ts'
import './styles.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const desk = createRoot(root)
// Not awaited at the top level: parts that come later could then share nothing with this file, and came in crumbs.
void lookAsBefore().then(() =>
  desk.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
/** It fetches every part there is: the agent's own work goes first, milliseconds. */
const keepAfterMs = 5_000
// A browser that refuses it (private windows) costs only the installation.
const keep = () =>
  void keepShell().catch((error: unknown) => console.warn('The console cannot be installed here:', error))
setTimeout(() => whileIdle(keep), keepAfterMs)
