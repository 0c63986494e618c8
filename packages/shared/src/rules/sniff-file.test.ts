import { describe, expect, test } from 'vitest'
import { fileTypes } from './file-types.ts'
import { sniffFile } from './sniff-file.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** A zip file's beginning: the local headers of these parts. */
const zip = (...names: string[]): string =>
  names.map((name) => `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}data`).join('')
const openDocument = (type: string): string =>
  `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.${type}PK\x03\x04`
const office = 'application/vnd.openxmlformats-officedocument'

const taken: [what: string, head: Uint8Array, type: keyof typeof fileTypes][] = [
  ['a PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png'],
  ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['a GIF', bytes('GIF89a\x01\0'), 'image/gif'],
  ['a GIF that is a page as well', bytes('GIF89a/*<html><script>alert(1)</script>*/'), 'image/gif'],
  ['a WebP', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'image/webp'],
  ['a photo of a phone', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'image/heic'],
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'application/pdf'],
  ['a text', utf8('Größe; 語; 🛫\r\n1;2\n'), 'text/plain'],
  ['a text cut within a character', utf8('語語').subarray(0, 4), 'text/plain'],
  [
    'a Word document',
    bytes(zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')),
    `${office}.wordprocessingml.document`,
  ],
  ['a spreadsheet', bytes(zip('_rels/.rels', 'docProps/app.xml', 'xl/workbook.xml')), `${office}.spreadsheetml.sheet`],
  ['slides', bytes(zip('[Content_Types].xml', 'ppt/presentation.xml')), `${office}.presentationml.presentation`],
  ['an open document', bytes(openDocument('text')), 'application/vnd.oasis.opendocument.text'],
  ['an MP3 with a tag', bytes('ID3\x04\0\0'), 'audio/mpeg'],
  ['an MP3 without one', bytes('\xff\xfb\x90\x64\0'), 'audio/mpeg'],
  ['a voice memo', bytes('\0\0\0\x1cftypM4A \0\0\0\0'), 'audio/mp4'],
  ['a WAV', bytes('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav'],
  ['an Ogg', bytes('OggS\0\x02'), 'audio/ogg'],
  ['an MP4', bytes('\0\0\0\x20ftypisom\0\0\x02\0'), 'video/mp4'],
  ['a film of a phone', bytes('\0\0\0\x14ftypqt  \0\0\0\0'), 'video/quicktime'],
  ['a WebM', bytes('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x84webm'), 'video/webm'],
]

const refused: [what: string, head: Uint8Array][] = [
  ['nothing', bytes('')],
  ['a page', utf8('<!doctype html><script>alert(1)</script>')],
  ['a page after blanks and a mark', utf8('\uFEFF \n\t<html>')],
  ['an SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['an SVG with a preamble', utf8('<?xml version="1.0"?><svg/>')],
  ['a Windows program', bytes('MZ\x90\0\x03\0\0\0')],
  ['a Linux program', bytes('\x7fELF\x02\x01\x01\0')],
  ['a Mac program', bytes('\xcf\xfa\xed\xfe\x07\0\0\x01')],
  ['a script', utf8('#!/bin/sh\nrm -rf /')],
  ['an archive', bytes(zip('setup.exe'))],
  ['a Java archive', bytes(zip('META-INF/MANIFEST.MF', 'Main.class'))],
  ['an archive that names one part like a document', bytes(zip('word/document.xml'))],
  ['a document with macros', bytes(zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))],
  ['an archive with the folder of a prototype', bytes(zip('[Content_Types].xml', '__proto__/x'))],
  ['a Matroska film', bytes('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x23B\x82\x88matroska')],
  ['text of another encoding', bytes('\xff\xfeh\0i\0')],
  ['text with a NUL', utf8('hi\0there')],
  ['a PDF that begins elsewhere', bytes('\0\0%PDF-1.7')],
]

describe('[FI2] the type of a file is what its bytes say', () => {
  test.each(taken)('%s is taken', (_what, head, type) => {
    expect(sniffFile(head)).toBe(type)
    expect(Object.keys(fileTypes)).toContain(type)
  })

  test.each(refused)('%s is not', (_what, head) => {
    expect(sniffFile(head)).toBeUndefined()
  })
})
