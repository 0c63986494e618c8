import { fileURLToPath } from 'node:url'

const surface = fileURLToPath(new URL('react-surface.ts', import.meta.url))

/** React is built as Preact everywhere it is imported: in the bundle and in the tests alike. */
export const preactAliases = [{ find: /^react(-dom\/client)?$/, replacement: surface }]
