import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clean, violations } from './planted-violations.mjs'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

const left = new Set(['node_modules', 'dist', '.git', 'data', 'test-results', 'playwright-report'])
let copy = ''

/** The checkout with links to what is installed, where a fault can be planted without harm. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'beckon-lint-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) })
  const groups = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  )
  for (const folder of ['.', 'e2e', ...groups]) {
    const installed = join(root, folder, 'node_modules')
    if (existsSync(installed)) symlinkSync(installed, join(copy, folder, 'node_modules'))
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function plant(file, text) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), `${text}\n`)
}

describe('oxlint refuses', () => {
  const found = new Map()

  beforeAll(async () => {
    for (const [, , file, text, beside] of violations) {
      plant(file, text)
      if (beside !== undefined) plant(beside.file, beside.text)
    }
    for (const [file, text] of clean) plant(file, text)
    const files = [...violations.map(([, , file]) => file), ...clean.map(([file]) => file)]
    const { output } = await runCommand('oxlint', ['--type-aware', '--format=json', ...files], { cwd: copy })
    for (const { filename, code } of JSON.parse(output).diagnostics) {
      found.set(filename, [...(found.get(filename) ?? []), code])
    }
  })

  it.each(violations.map(([what, rule, file]) => ({ what, rule, file })))('$what: $rule', ({ rule, file }) => {
    expect(found.get(file)).toContain(rule)
  })

  it.each(clean.map(([file]) => ({ file })))('nothing in clean code: $file', ({ file }) => {
    expect(found.get(file)).toBeUndefined()
  })
})

describe('knip refuses', () => {
  let output = ''

  beforeAll(async () => {
    plant('apps/signal-server/src/gateway/planted-unused-file.ts', 'export const nobody = 1')
    const used = join(copy, 'apps/signal-server/src/gateway/http/host-allows.ts')
    writeFileSync(used, `${readFileSync(used, 'utf8')}\nexport const plantedExport = 1\n`)
    const manifest = join(copy, 'apps/signal-server/package.json')
    const described = JSON.parse(readFileSync(manifest, 'utf8'))
    described.dependencies['planted-dependency'] = '1.0.0'
    writeFileSync(manifest, JSON.stringify(described))
    output = (await runCommand('knip', ['--no-progress'], { cwd: copy })).output
  })

  it.each(['planted-unused-file.ts', 'plantedExport', 'planted-dependency'])('%s, which nobody uses', (name) => {
    expect(output).toContain(name)
  })
})

describe('biome refuses', () => {
  it('code that is laid out another way, and takes it once it is laid out', async () => {
    plant('scripts/planted-layout.mjs', 'export  const a = "1";')
    const before = await runCommand('biome', ['check', 'scripts/planted-layout.mjs'], { cwd: copy })
    plant('scripts/planted-layout.mjs', "export const a = '1'")
    const after = await runCommand('biome', ['check', 'scripts/planted-layout.mjs'], { cwd: copy })
    expect([before.code, after.code]).toEqual([1, 0])
  })
})
