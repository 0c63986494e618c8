import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { bundle } from './bundle.ts'

test('a module is bundled from a folder with a space in its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beckon a bench '))
  onTestFinished(() => rm(folder, { recursive: true }))
  const source = join(folder, 'bundle-test-module.ts')
  await writeFile(source, 'export const answer: number = 42\n')
  const bundled = await bundle(pathToFileURL(source))
  onTestFinished(() => rm(fileURLToPath(bundled)))
  expect(await import(bundled.href)).toMatchObject({ answer: 42 })
})
