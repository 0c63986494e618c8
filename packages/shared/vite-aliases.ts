import { fileURLToPath } from 'node:url'

const shim = (name: string) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(`./src/client/simple-peer-shims/${name}.ts`, import.meta.url)),
})

/**
 * For `resolve.alias` of every bundle that may hold a call: simple-peer brings Node's streams and buffers, of which a
 * call needs a few lines. 6 kB gzipped instead of 28.
 */
export const simplePeerAliases = ['readable-stream', 'buffer', 'randombytes', 'debug', 'queue-microtask'].map(shim)
