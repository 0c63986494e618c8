import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { simplePeerAliases } from '../../vite-aliases.ts'

/** Bytes, gzip -9; the budget of the voice chunk. */
const budget = 8_000

async function bundle(alias: typeof simplePeerAliases) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: fileURLToPath(new URL('./peer-call.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []))
  return chunks.filter((chunk) => chunk.type === 'chunk')
}

const gzipped = (code: string) => gzipSync(code, { level: 9 }).length

const lazyVoice = (chunks: Awaited<ReturnType<typeof bundle>>) =>
  chunks.filter((chunk) => !chunk.isEntry && chunk.code.includes('RTCPeerConnection')).map((chunk) => chunk.code)

test('a page loads simple-peer as a chunk of its own, of at most 8,000 bytes, only when a call needs it', async () => {
  const chunks = await bundle(simplePeerAliases)
  const lazy = lazyVoice(chunks)

  expect(lazy).toHaveLength(1)
  expect(chunks.find((chunk) => chunk.isEntry)?.code).not.toContain('RTCPeerConnection')
  expect(gzipped(lazy[0] ?? '')).toBeLessThanOrEqual(budget)
  expect(lazy[0]).not.toMatch(/localStorage|sessionStorage|indexedDB/)
})

test('without the shims the voice chunk is over its budget and reads the storage of the page', async () => {
  const lazy = lazyVoice(await bundle([]))

  expect(gzipped(lazy[0] ?? '')).toBeGreaterThan(budget)
  expect(lazy[0]).toContain('localStorage')
})
