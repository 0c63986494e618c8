import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readOrCreateSecret } from './secret-file.ts'

/** Made once and kept in the data folder, so that nobody is signed out by a restart. */
export function keptSecretKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  return readOrCreateSecret(join(dataDir, 'secret-key'), () => randomBytes(48).toString('base64url'))
}
