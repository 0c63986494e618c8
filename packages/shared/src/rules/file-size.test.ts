import { expect, test } from 'vitest'
import { sizeText } from './file-size.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_499, '1 kB'],
  [850_000, '850 kB'],
  [1_250_000, '1.3 MB'],
  [10_000_000, '10 MB'],
])('%s bytes read as %s', (bytes, text) => {
  expect(sizeText(bytes, 'en')).toBe(text)
})
