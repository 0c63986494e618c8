import { guard } from './guard.ts'
import { startPanel } from './start-panel.ts'

guard(() => {
  const core = window.Beckon?.core
  if (core) startPanel(core)
})()
