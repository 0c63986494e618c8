import { afterEach, expect, test, vi } from 'vitest'
import { CommandId } from '../model/ids.ts'
import { newId } from './new-id.ts'

afterEach(() => vi.unstubAllGlobals())

test('a thousand new ids are valid on the wire and all different, also where randomUUID is missing', () => {
  const { crypto: present } = globalThis
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => present.getRandomValues(bytes) })
  const ids = Array.from({ length: 1_000 }, () => newId<CommandId>())

  expect(new Set(ids).size).toBe(1_000)
  for (const id of ids) expect(CommandId.safeParse(id).success).toBe(true)
})
