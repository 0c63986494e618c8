import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `apps/signal-server`, from the sources as well as from the bundle in `dist`. */
export const serverFolder: string = findUp(import.meta.dirname, 'package.json')

/** The checkout: where `data`, the apps' builds and the workspace file are. */
export const checkoutFolder: string = join(serverFolder, '..', '..')

function findUp(from: string, file: string): string {
  if (existsSync(join(from, file))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error(`No ${file} above ${import.meta.dirname}`)
  return findUp(parent, file)
}
