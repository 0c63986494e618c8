import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName } from './file-name.ts'
import { type FileType, fileTypes } from './file-types.ts'

const cases: [given: string, type: FileType, name: string][] = [
  ['photo.png', 'image/png', 'photo.png'],
  ['Photo.JPEG', 'image/jpeg', 'Photo.JPEG'],
  ['صورة الحقيبة.png', 'image/png', 'صورة الحقيبة.png'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\Users\\ann\\bag.pdf', 'application/pdf', 'bag.pdf'],
  ['photo\u202Egnp.exe', 'image/png', 'photognp.exe.png'],
  ['photo.png.exe', 'image/png', 'photo.png.exe.png'],
  ['photo.exe', 'image/png', 'photo.exe.png'],
  ['page.html', 'text/plain', 'page.html.txt'],
  ['a\0b\r\nc.csv', 'text/plain', 'abc.csv'],
  ['zero\u200Bwidth\uFEFF.pdf', 'application/pdf', 'zerowidth.pdf'],
  ['...hidden.txt', 'text/plain', 'hidden.txt'],
  ['trailing. . .pdf', 'application/pdf', 'trailing.pdf'],
  ['a<b>"c"|d?*.pdf', 'application/pdf', 'a_b__c__d__.pdf'],
  ['', 'image/gif', 'file.gif'],
  ['.png', 'image/png', 'png.png'],
  ['\u202E', 'image/gif', 'file.gif'],
]

describe('[FI3] the name of a file', () => {
  test.each(cases)('%j that is %s goes by %s', (given, type, name) => {
    expect(fileName(given, type)).toBe(name)
  })

  test('is short, in one piece, ends in what it is and is left as it is the second time, whatever was given', () => {
    const types = fc.constantFrom(...(Object.keys(fileTypes) as FileType[]))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), types, (given, type) => {
        const name = fileName(given, type)
        expect(name.length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u)
        expect(fileTypes[type].endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))).toBe(true)
        expect(fileName(name, type)).toBe(name)
      }),
    )
  })
})
