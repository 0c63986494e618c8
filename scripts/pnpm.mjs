import { runCommand } from './run-command.mjs'

const PNPM = 'pnpm@12.21.0'

/** What npm hands to its scripts but pnpm would take as its own settings; how to reach a registry is kept. */
const kept = /^npm_config_(registry|proxy|https_proxy|noproxy|cafile|cache)$/i

/** pnpm through npm, which is all that a machine with Node has for certain. */
export function pnpm(args, options = {}) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)),
  )
  // Production's setting would leave out what the build needs.
  delete env.NODE_ENV
  const npm = process.env.npm_execpath
  const exec = ['exec', '--yes', '--', PNPM, ...args]
  const byNode = npm !== undefined && npm.endsWith('npm-cli.js')
  return byNode
    ? runCommand(process.execPath, [npm, ...exec], { ...options, env })
    : runCommand('npm', exec, { ...options, env, shell: process.platform === 'win32' })
}
