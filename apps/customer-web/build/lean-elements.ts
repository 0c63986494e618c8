import type { Plugin } from 'vite'

/** Elements are made by Preact's own `h`: the newer JSX runtime is a second function for them, of 400 bytes. */
export const leanElements = (): Plugin => ({
  name: 'beckon-lean-elements',
  apply: 'build',
  config: () => ({
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    build: { rolldownOptions: { transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } } } },
  }),
})
