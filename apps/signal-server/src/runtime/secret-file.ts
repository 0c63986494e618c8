import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isErrno } from './errno.ts'

/** Readable by its owner only; the file appears whole or not at all, and the first of two writers wins. */
export function readOrCreateSecret(file: string, make: () => string): string {
  const kept = read(file)
  if (kept !== null) return kept
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true })
    linkSync(draft, file)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const made = read(file)
  if (made === null) throw new Error(`${file} is empty: remove it and start again`)
  return made
}

function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return text === '' ? null : text
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}
