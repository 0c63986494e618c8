import './require-node.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const { orExplain } = await import('./or-explain.mjs')
const { install } = await import('./install.mjs')
const { build } = await import('./build.mjs')
const { root } = await import('./root.mjs')

/** What `npm run NAME` starts, and whether it needs the builds. */
const commands = {
  backup: { file: 'src/backup/backup-command.ts', built: false },
  restore: { file: 'src/backup/restore-command.ts', built: false },
  site: { file: 'src/site-command-line.ts', built: false },
  bench: { file: 'bench/main.ts', built: true },
  chaos: { file: 'chaos/main.ts', built: true },
}

const [name, ...args] = process.argv.slice(2)
const command = commands[name]
if (command === undefined) {
  console.error(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')}.`)
  process.exit(1)
}
await orExplain(install)
if (command.built) await orExplain(build)

const server = join(root, 'apps/signal-server')
const child = spawn(process.execPath, ['--import', 'tsx', join(server, command.file), ...args], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
const [code] = await once(child, 'exit')
process.exit(code ?? 1)
