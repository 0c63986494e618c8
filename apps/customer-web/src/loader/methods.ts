import type { BeckonMethods } from './beckon-api.ts'
import { report } from './guard.ts'

/** What the panel script does for a call of `Beckon(name, …)`; the loader has done its own part before. */
export type Methods = { [M in keyof BeckonMethods]?: (first: never, second: never) => unknown }

/** What the first argument must be. */
const needs: { [M in keyof BeckonMethods]?: 'string' | 'object' } = {
  init: 'object',
  identify: 'string',
  update: 'object',
  setAttributes: 'object',
  setContext: 'object',
  setLocale: 'string',
  setTheme: 'object',
  prefill: 'object',
  trackEvent: 'string',
}

/** Performs a call, or says in the console what is wrong with it; nothing is done then. */
export function perform(methods: Methods, [name, first, second]: readonly unknown[]): void {
  const known = Object.keys(methods)
  const method = name as keyof BeckonMethods
  const wanted = needs[method]
  if (!known.includes(method)) report(`there is no "${String(name)}"; there are ${known.join(', ')}, on, get`)
  else if (wanted && (typeof first !== wanted || !first))
    report(`"${method}" needs ${wanted === 'string' ? 'a text' : 'an object'}`)
  else methods[method]?.(first as never, second as never)
}
