import { type FileType, fileTypes } from './file-types.ts'

const mostChars = 120

/** Marks that turn the direction of what follows, that are drawn as nothing, or that no name holds. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** What a file system takes for something else than a character of a name. */
const meant = /[<>:"|?*]/g

/**
 * The name a file goes by: its last part, without what misleads a reader or a file system, and always with an ending
 * of what it really is: `photo.png\u202Egpj.exe` that is a PDF becomes `photo.pnggpj.exe.pdf`.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(unseen, '')
    .replace(meant, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const { endings } = fileTypes[type]
  const ending = endings.find((one) => plain.toLowerCase().endsWith(`.${one}`))
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length - 1).replace(/[. ]+$/, '')
  const suffix = ending === undefined ? endings[0] : plain.slice(-ending.length)
  return `${cut(stem, mostChars - suffix.length - 1) || 'file'}.${suffix}`
}

/** Never in the middle of a character that takes two. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
