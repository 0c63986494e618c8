import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const ignoredFolders = new Set(['node_modules', 'dist', 'testing'])
const ignoredFiles = /\.test\.tsx?$/

/** Changes when a source is added, removed, renamed or written; by size and time, so it takes milliseconds. */
export function sourceFingerprint(folders) {
  const hash = createHash('sha256')
  for (const folder of folders) addFolder(hash, folder)
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!ignoredFolders.has(entry.name)) addFolder(hash, path)
    } else if (!ignoredFiles.test(entry.name)) {
      const { size, mtimeMs } = statSync(join(root, path))
      hash.update(`${path} ${size} ${mtimeMs}\n`)
    }
  }
}
