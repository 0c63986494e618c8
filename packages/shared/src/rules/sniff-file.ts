import type { FileType } from './file-types.ts'

/** So much of the beginning tells the type; an office document names its parts within it. */
export const sniffBytes = 262_144

/** Bytes as text in which each byte is one character; a decoder called latin1 is another one (windows-1252). */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** What a file is, by its first bytes alone; neither its name nor what anybody declares counts. Undefined: not taken. */
export function sniffFile(head: Uint8Array): FileType | undefined {
  const start = latin(head.subarray(0, 16))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(start)) return 'image/gif'
  if (start.startsWith('RIFF')) return riff[start.slice(8, 12)]
  if (start.startsWith('%PDF-')) return 'application/pdf'
  if (start.startsWith(partMark)) return officeType(latin(head.subarray(0, sniffBytes)))
  if (start.slice(4, 8) === 'ftyp') return mediaBrand(start.slice(8, 12))
  if (start.startsWith('\x1a\x45\xdf\xa3'))
    return latin(head.subarray(0, 64)).includes('webm') ? 'video/webm' : undefined
  if (start.startsWith('OggS')) return 'audio/ogg'
  // A tag, or a frame of MPEG 1, 2 or 2.5, layer 3.
  if (start.startsWith('ID3') || /^\xff[\xfb\xfa\xf3\xf2\xe3\xe2]/.test(start)) return 'audio/mpeg'
  return head.length > 0 && isPlainText(head) ? 'text/plain' : undefined
}

const riff: Record<string, FileType | undefined> = { WEBP: 'image/webp', WAVE: 'audio/wav' }

const soundBrands = ['M4A ', 'M4B ']
const photoBrands = ['heic', 'heix', 'mif1', 'heim', 'heis']

/** The major brand of an ISO base media file (ISO/IEC 14496-12). */
function mediaBrand(brand: string): FileType {
  if (soundBrands.includes(brand)) return 'audio/mp4'
  if (photoBrands.includes(brand)) return 'image/heic'
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4'
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const folders: Record<string, FileType> = {
  word: `${openXml}.wordprocessingml.document`,
  xl: `${openXml}.spreadsheetml.sheet`,
  ppt: `${openXml}.presentationml.presentation`,
}

/** Before each part of a zip file; the length of its name stands 22 bytes further, the name 26. */
const partMark = 'PK\x03\x04'

function partName(part: string): string {
  const length = part.charCodeAt(22) + 256 * part.charCodeAt(23)
  return part.slice(26, 26 + length)
}

/** A zip file is taken only as an office document: by its first part (OpenDocument) or the folder of its parts. */
function officeType(text: string): FileType | undefined {
  const parts = text.split(partMark).slice(1)
  const openDocument = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/
  const declared = openDocument.exec(parts[0]?.slice(26) ?? '')?.[1] as
    | 'text'
    | 'spreadsheet'
    | 'presentation'
    | undefined
  if (declared !== undefined) return `application/vnd.oasis.opendocument.${declared}`
  const names = parts.map(partName)
  if (names.some((name) => name.endsWith('vbaProject.bin'))) return undefined
  if (!names.some((name) => name === '[Content_Types].xml' || name === '_rels/.rels')) return undefined
  const folder = names.map((name) => name.split('/')[0] ?? '').find((name) => Object.hasOwn(folders, name))
  return folder === undefined ? undefined : folders[folder]
}

/** UTF-8 without control characters that is no markup and no script by its first character. */
function isPlainText(head: Uint8Array): boolean {
  try {
    // The head may end within a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return !/[^\P{Cc}\t\n\r\f]/u.test(text) && !/^\s*(?:<|#!)/.test(text)
  } catch {
    // Not UTF-8.
    return false
  }
}
