import { startFrame } from './start-frame.tsx'

/** One file for both pages of ours: the frame in the host's page, and the small window a call may live in. */
async function start(root: Element): Promise<void> {
  if (location.pathname === '/widget/call') await (await import('./start-call-window.tsx')).startCallWindow(root)
  else await startFrame(root)
}

const root = document.querySelector('#root')
if (root !== null) void start(root)
