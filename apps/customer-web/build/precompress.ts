import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** A `.gz` beside each script and style sheet of the widget, made once at the best level instead of at each request. */
export const precompress = (): Plugin => ({
  name: 'beckon-precompress',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/^(assets\/.*|widget)\.(js|css)$/.test(name)) continue
      const body = file.type === 'chunk' ? file.code : file.source
      writeFileSync(join(dir, `${name}.gz`), gzipSync(body, { level: 9 }))
    }
  },
})
