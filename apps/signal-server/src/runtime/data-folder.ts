import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { isErrno } from './errno.ts'

/** Passed through, but not listed, by others: a database user of root's has its folder inside. */
const MODE = 0o711

/** Makes the data folder; the error of a disk that cannot be written says so. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: MODE })
  } catch (error) {
    // Node says ENOENT for a folder that a read-only disk refuses; asking for the folder above tells the reason.
    if (isErrno(error, 'ENOENT')) accessSync(nearestExisting(dataDir), constants.W_OK)
    throw error
  }
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))
