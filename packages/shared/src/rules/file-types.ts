/** What a site may allow or not. */
export const fileKinds = ['image', 'pdf', 'text', 'office', 'audio', 'video'] as const
export type FileKind = (typeof fileKinds)[number]

interface FileTypeFacts {
  kind: FileKind
  /** Endings a name of this type may have; the first is given to a name that has none of them. */
  endings: readonly [string, ...string[]]
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** Every type we take: what is not here is refused, above all what a browser or a system would run. */
export const fileTypes = {
  'image/png': { kind: 'image', endings: ['png'] },
  'image/jpeg': { kind: 'image', endings: ['jpg', 'jpeg'] },
  'image/gif': { kind: 'image', endings: ['gif'] },
  'image/webp': { kind: 'image', endings: ['webp'] },
  'image/heic': { kind: 'image', endings: ['heic', 'heif'] },
  'application/pdf': { kind: 'pdf', endings: ['pdf'] },
  'text/plain': { kind: 'text', endings: ['txt', 'csv', 'tsv', 'log', 'md', 'json'] },
  [`${openXml}.wordprocessingml.document`]: { kind: 'office', endings: ['docx'] },
  [`${openXml}.spreadsheetml.sheet`]: { kind: 'office', endings: ['xlsx'] },
  [`${openXml}.presentationml.presentation`]: { kind: 'office', endings: ['pptx'] },
  [`${openDocument}.text`]: { kind: 'office', endings: ['odt'] },
  [`${openDocument}.spreadsheet`]: { kind: 'office', endings: ['ods'] },
  [`${openDocument}.presentation`]: { kind: 'office', endings: ['odp'] },
  'audio/mpeg': { kind: 'audio', endings: ['mp3'] },
  'audio/mp4': { kind: 'audio', endings: ['m4a'] },
  'audio/wav': { kind: 'audio', endings: ['wav'] },
  'audio/ogg': { kind: 'audio', endings: ['ogg', 'oga', 'opus'] },
  'video/mp4': { kind: 'video', endings: ['mp4', 'm4v'] },
  'video/quicktime': { kind: 'video', endings: ['mov'] },
  'video/webm': { kind: 'video', endings: ['webm'] },
} as const satisfies Record<string, FileTypeFacts>
export type FileType = keyof typeof fileTypes

/** Types that browsers draw in an `<img>`. */
const drawn: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] satisfies FileType[]
export const isDrawn = (type: string): boolean => drawn.includes(type)
