import './require-node.mjs'
import { chdir } from 'node:process'

const { orExplain } = await import('./or-explain.mjs')
await orExplain(async () => {
  const { install } = await import('./install.mjs')
  const { build } = await import('./build.mjs')
  const { root } = await import('./root.mjs')
  chdir(root)
  await install()
  await build()
})

const { default: nodeModule } = await import('node:module')
// Node 22 keeps compiled code between starts; Node 20 cannot.
nodeModule.enableCompileCache?.()
// In this very process: a signal reaches the server without being passed on.
await import('../apps/signal-server/dist/main.mjs')
