const server = 'apps/signal-server/src'
const widget = 'apps/customer-web/src'
const consoleApp = 'apps/agent-console/src'
const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'

/**
 * One file for each house rule that breaks it and nothing else: `[what is refused, rule, file, text]`.
 * `beside` is a neighbour that must exist for the planted import to resolve.
 */
export const violations = [
  ['shared imports React', imports, 'packages/shared/src/client/planted-react.ts', "export { useState } from 'react'"],
  ['shared imports Node', imports, 'packages/shared/src/client/planted-node.ts', "export { join } from 'node:path'"],
  [
    'a shared rule imports the client',
    imports,
    'packages/shared/src/rules/planted-client.ts',
    "export type { Connection } from '../client/connection.ts'",
  ],
  [
    'a shared rule reads the clock',
    globals,
    'packages/shared/src/rules/planted-date.ts',
    'export const at = () => Date.now()',
  ],
  ['the domain imports Node', imports, `${server}/domain/planted-node.ts`, "export { join } from 'node:path'"],
  ['the domain imports socket.io', imports, `${server}/domain/planted-io.ts`, "export { Server } from 'socket.io'"],
  ['the domain imports pg', imports, `${server}/domain/planted-pg.ts`, "export type { Client } from 'pg'"],
  ['the domain imports fastify', imports, `${server}/domain/planted-http.ts`, "export { fastify } from 'fastify'"],
  [
    'the domain imports the commit path',
    imports,
    `${server}/domain/planted-commit.ts`,
    "export { planted } from '../commit/planted.ts'",
  ],
  [
    'a feature of the domain imports the stores',
    imports,
    `${server}/domain/offer/planted-stores.ts`,
    "export { planted } from '../../stores/planted.ts'",
  ],
  ['the domain asks the time', globals, `${server}/domain/planted-now.ts`, 'export const at = () => Date.now()'],
  ['the domain makes a date', globals, `${server}/domain/planted-date.ts`, 'export const at = () => new Date()'],
  ['the domain is random', properties, `${server}/domain/planted-random.ts`, 'export const roll = () => Math.random()'],
  [
    'the domain reads the environment',
    globals,
    `${server}/domain/planted-env.ts`,
    'export const port = process.env.PORT',
  ],
  [
    'the domain starts a timer',
    globals,
    `${server}/domain/planted-timer.ts`,
    'export const later = (run: () => void) => setTimeout(run, 1)',
  ],
  [
    'the domain makes a promise',
    globals,
    `${server}/domain/planted-promise.ts`,
    'export const soon = () => Promise.resolve(1)',
  ],
  [
    'the domain is asynchronous',
    'oxc(no-async-await)',
    `${server}/domain/planted-async.ts`,
    'export async function soon() {\n  return 1\n}',
  ],
  [
    'the stores import the gateway',
    imports,
    `${server}/stores/planted-gateway.ts`,
    "export { planted } from '../gateway/planted.ts'",
  ],
  [
    'the stores run code of the domain',
    imports,
    `${server}/stores/planted-domain.ts`,
    "import { planted } from '../domain/planted.ts'\nexport const value = planted",
  ],
  [
    'the runtime imports the stores',
    imports,
    `${server}/runtime/planted-stores.ts`,
    "export { planted } from '../stores/planted.ts'",
  ],
  [
    'the commit path imports socket.io',
    imports,
    `${server}/commit/planted-io.ts`,
    "export { Server } from 'socket.io'",
  ],
  [
    'the commit path imports the gateway',
    imports,
    `${server}/commit/planted-gateway.ts`,
    "export { planted } from '../gateway/planted.ts'",
  ],
  [
    'the gateway imports what puts it together',
    imports,
    `${server}/gateway/planted-root.ts`,
    "export { planted } from '../create-server.ts'",
  ],
  [
    'a feature of the console imports a feature',
    imports,
    `${consoleApp}/features/planted/planted.ts`,
    "export { planted } from '../other/planted.ts'",
  ],
  [
    'a feature of the widget imports a feature',
    imports,
    `${widget}/features/planted/planted.ts`,
    "export { planted } from '../../features/other/planted.ts'",
  ],
  [
    'a feature imports the shell',
    imports,
    `${consoleApp}/features/planted/planted-app.ts`,
    "export { planted } from '../../app/planted.ts'",
  ],
  [
    'an app imports an app',
    imports,
    `${consoleApp}/planted-app.ts`,
    "export { planted } from '../../customer-web/src/planted.ts'",
  ],
  [
    'the widget uses a hook that Preact lacks',
    imports,
    `${widget}/components/planted-hook.ts`,
    "export { useOptimistic } from 'react'",
  ],
  [
    'modules import each other',
    'import(no-cycle)',
    `${server}/gateway/planted-cycle.ts`,
    "import { two } from './planted-cycle-two.ts'\nexport const one = (): number => two()",
    {
      file: `${server}/gateway/planted-cycle-two.ts`,
      text: "import { one } from './planted-cycle.ts'\nexport const two = (): number => one()",
    },
  ],
  [
    'a folder has a barrel',
    'oxc(no-barrel-file)',
    `${server}/gateway/planted-barrel/index.ts`,
    "export * from '../planted-clean.ts'\nexport * from '../planted-clean-two.ts'",
  ],
  [
    'nobody waits for a promise',
    'typescript(no-floating-promises)',
    `${server}/gateway/planted-floating.ts`,
    'const save = () => Promise.resolve(1)\nexport const go = () => {\n  save()\n}',
  ],
  [
    'an asynchronous handler goes where nobody waits',
    'typescript(no-misused-promises)',
    `${server}/gateway/planted-misused.ts`,
    'export const all = (list: number[]) => list.forEach(async (n) => void (await Promise.resolve(n)))',
  ],
  [
    'a value is of any type',
    'typescript(no-explicit-any)',
    `${server}/gateway/planted-any.ts`,
    'export const value: any = 1',
  ],
  [
    'a fault of the types is ignored',
    'typescript(ban-ts-comment)',
    `${server}/gateway/planted-ignore.ts`,
    '// @ts-ignore\nexport const value: string = 1',
  ],
  [
    'an error is swallowed',
    'eslint(no-empty)',
    `${server}/gateway/planted-swallow.ts`,
    'export const go = (run: () => void) => {\n  try {\n    run()\n  } catch {}\n}',
  ],
  [
    'a component renders raw HTML',
    'react(no-danger)',
    `${consoleApp}/components/planted-html.tsx`,
    'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />',
  ],
  [
    'a page writes raw HTML',
    properties,
    `${widget}/loader/planted-html.ts`,
    'export const raw = (node: HTMLElement, html: string) => {\n  node.innerHTML = html\n}',
  ],
  [
    'a test sleeps',
    globals,
    `${server}/gateway/planted-sleep.test.ts`,
    "import { it } from 'vitest'\n\nit('an agent waits', () => new Promise((done) => setTimeout(done, 10)))",
  ],
  [
    'an end-to-end test sleeps',
    properties,
    'e2e/planted-sleep.spec.ts',
    'export const nap = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(10)',
  ],
  [
    'a test is left out',
    'vitest(no-disabled-tests)',
    `${server}/gateway/planted-skip.test.ts`,
    "import { expect, it } from 'vitest'\n\nit.skip('an agent waits', () => expect(1).toBe(1))",
  ],
  [
    'the server prints instead of logging',
    'eslint(no-console)',
    `${server}/gateway/planted-console.ts`,
    "export const say = () => console.warn('hello')",
  ],
]

/** Code as it should be, in each of the places above; nothing may be said about it. */
export const clean = [
  ['packages/shared/src/rules/planted-clean.ts', 'export const twice = (n: number): number => n * 2'],
  [
    `${server}/domain/offer/planted-clean.ts`,
    "import { twice } from '@beckon/shared/rules/planted-clean'\n\nexport const four = twice(2)",
  ],
  [
    `${server}/stores/planted-clean.ts`,
    "import type { four } from '../domain/offer/planted-clean.ts'\n\nexport type Four = typeof four",
  ],
  [
    `${server}/gateway/planted-clean.ts`,
    "import { join } from 'node:path'\n\nexport const save = async (path: string): Promise<string> => join(await Promise.resolve(path), 'x')",
  ],
  [
    `${consoleApp}/features/planted/planted-clean.tsx`,
    'export const Text = ({ text }: { text: string }) => <p>{text}</p>',
  ],
  [`${widget}/components/planted-clean.ts`, "export { useState } from 'react'"],
]
