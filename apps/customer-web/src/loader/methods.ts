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

/**
 * Performs a call, or says in the console what is wrong with it; nothing is done then. In what runs in the host page
 * no method of an array is used, nor `Map` or `Promise`: some pages replace them.
 */
export function perform(methods: Methods, [name, first, second]: readonly unknown[]): void {
  const method = name as keyof BeckonMethods
  const wanted = needs[method]
  const perform = method in {} ? undefined : methods[method]
  if (!perform) report(`there is no "${String(name)}"; there are ${Object.keys(methods).join(', ')}, on, get`)
  else if (wanted && (typeof first !== wanted || !first))
    report(`"${method}" needs ${wanted === 'string' ? 'a text' : 'an object'}`)
  else perform(first as never, second as never)
}
