import type { Config } from '../../runtime/config.ts'

type Directives = Record<string, readonly string[]>

const policy = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')

/** No script of anybody's but ours, none inline, and no text that turns into script. */
const strict = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'media-src': ["'self'", 'blob:', 'data:'],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
} satisfies Directives

/** Older browsers do not count the same host's `ws:` as `'self'`. */
const connect = (ours: string): readonly string[] => ["'self'", ours.replace(/^http/, 'ws')]

/**
 * The widget's pages; `ancestors` are the origins whose pages may hold them, `own` the hashes of the script and style
 * that stand in them.
 */
export const widgetPolicy = (
  { widgetUrl }: Config,
  ancestors: readonly string[],
  own: { script: string; style: string },
): string =>
  policy({
    ...strict,
    'img-src': ["'self'", 'data:', 'blob:'],
    'script-src': ["'self'", own.script],
    'style-src': ["'self'", own.style],
    'connect-src': connect(widgetUrl),
    'frame-ancestors': ancestors.length > 0 ? ancestors : ["'none'"],
  })

/** The console; its one Trusted Types policy gives the address of its service worker and no other. */
export const consolePolicy = ({ publicUrl }: Config): string =>
  policy({
    ...strict,
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': connect(publicUrl),
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'trusted-types': ['beckon-console'],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })

/** A host page as a careful site would serve it: its own files, our loader, our frame. */
export const demoPolicy = ({ widgetUrl }: Config): string =>
  policy({
    'default-src': ["'none'"],
    'script-src': ["'self'", widgetUrl],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", widgetUrl],
    'frame-src': [widgetUrl],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
