import type { Plugin } from 'vite'

/**
 * Runs in the page: what a later part needs beside its own file, its style sheet and what it imports, comes with it at
 * once. A failed part can be asked for again. What stands in the
 * page itself has no name.
 */
const code = `
const parts = {}
const bring = (file) => parts[file] ??= new Promise((done, failed) => {
  const link = document.createElement('link')
  const style = file.endsWith('.css')
  link.rel = style ? 'stylesheet' : 'modulepreload'
  link.href = '/widget/' + file
  link.onload = done
  link.onerror = () => {
    delete parts[file]
    link.remove()
    failed(Error(file))
  }
  document.head.append(link)
  if (!style) done()
})
export const __vitePreload = (load, files = []) => Promise.all(files.filter(Boolean).map(bring)).then(load)`

/** Vite's own loader of parts serves every browser and setup there is, and weighs 600 bytes more. */
export const loadParts = (): Plugin => ({
  name: 'beckon-load-parts',
  apply: 'build',
  enforce: 'pre',
  load: { filter: { id: /^\0vite\/preload-helper\.js$/ }, handler: () => code },
})
