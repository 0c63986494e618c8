import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiKeyId } from '@beckon/shared/model/ids'
import type { Program } from '@beckon/shared/model/principal'
import type pg from 'pg'
import type { Ids } from '../../runtime/ids.ts'
import { findApiKey, touchApiKey } from '../../stores/api-keys.ts'

/** A program, as its key proves it. */
export interface SignedInProgram {
  principal: Program
  name: string
  site: { key: string; name: string }
}

const form = /^(bk_[0-9a-f]{10})_[A-Za-z0-9_-]{43}$/
/** `last used` is told to the minute, so that a busy program does not write with every request. */
const TOUCH_MS = 60_000

/** SHA-256: 256 random bits need no salt and no slow hash. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

export function makeApiKey(ids: Ids): { key: string; prefix: string; hash: Buffer } {
  const prefix = `bk_${Buffer.from(ids.random(5)).toString('hex')}`
  const key = `${prefix}_${Buffer.from(ids.random(32)).toString('base64url')}`
  return { key, prefix, hash: hashOf(key) }
}

/** Undefined for what is no key, was revoked or never was. */
export async function readApiKey(db: pg.Pool, key: string, now: number): Promise<SignedInProgram | undefined> {
  const prefix = form.exec(key)?.[1]
  const row = prefix === undefined ? undefined : await findApiKey(db, prefix)
  if (!row || !timingSafeEqual(row.hash, hashOf(key))) return undefined
  if (now - (row.lastUsedAt ?? 0) >= TOUCH_MS) await touchApiKey(db, row.id, now)
  const { id, siteId, roles, name, siteKey, siteName } = row
  return {
    principal: { kind: 'api-key', siteId, keyId: id as ApiKeyId, roles },
    name,
    site: { key: siteKey, name: siteName },
  }
}
