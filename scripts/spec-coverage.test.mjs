import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.mjs'

const spec = readFileSync(join(root, 'apps/signal-server/SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, rule]) => rule)

/** `[OF2, OF6]` names both, `[AU1-AU10]` only its ends. */
function namedIn(text) {
  const named = [...text.matchAll(/\[([A-Z]{2}\d+(?:[,\s-]+[A-Z]{2}\d+)*)\]/g)]
  return named.flatMap(([, list]) => list.match(/[A-Z]{2}\d+/g) ?? [])
}

it('every rule of SPEC.md has a test named after it, and every test names a rule there is', () => {
  const patterns = ['*.test.ts', '*.test.tsx', '*.spec.ts']
  const files = execFileSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
  const named = new Set(files.flatMap((file) => namedIn(readFileSync(join(root, file), 'utf8'))))
  expect(rules.length).toBeGreaterThan(100)
  expect(rules.filter((rule) => !named.has(rule))).toEqual([])
  const areas = new Set(rules.map((rule) => rule.slice(0, 2)))
  expect([...named].filter((name) => areas.has(name.slice(0, 2)) && !rules.includes(name))).toEqual([])
})
