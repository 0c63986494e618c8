import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import { readOrCreateSecret } from './secret-file.ts'

/** Made once and kept in the data folder, so that nobody is signed out by a restart. */
export function keptSecretKey(dataDir: string): string {
  makeDataFolder(dataDir)
  return readOrCreateSecret(join(dataDir, 'secret-key'), () => randomBytes(48).toString('base64url'))
}
