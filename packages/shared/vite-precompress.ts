import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const zipped = promisify(gzip)
/** At its best unless told otherwise. */
const brotli = promisify(brotliCompress)

/** A `.gz` and a `.br` beside each text that `names` matches, made once at the best level instead of at each request. */
export const precompress = (names: RegExp): Plugin => ({
  name: 'beckon-precompress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const write = async ([name, file]: [string, (typeof bundle)[string]]): Promise<void> => {
      const body = file.type === 'chunk' ? file.code : file.source
      writeFileSync(join(dir, `${name}.gz`), await zipped(body, { level: 9 }))
      writeFileSync(join(dir, `${name}.br`), await brotli(body))
    }
    await Promise.all(
      Object.entries(bundle)
        .filter(([name]) => names.test(name))
        .map(write),
    )
  },
})
