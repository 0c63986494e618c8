import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

/**
 * Runs a program and collects what it prints; `show` prints it at once as well.
 * Programs of the workspace and of `cwd` are found first.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(program, args, { cwd = root, env = process.env, show = false, shell = false } = {}) {
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), env.PATH].join(delimiter)
  const child = spawn(program, args, { cwd, env: { ...env, PATH: path }, shell, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
      if (show) target.write(text)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
