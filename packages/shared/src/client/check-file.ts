import type { FilePolicy } from '../protocol/file.ts'
import { fileName } from '../rules/file-name.ts'
import { fileTypes } from '../rules/file-types.ts'
import { sniffBytes, sniffFile } from '../rules/sniff-file.ts'

export type CheckedFile =
  | { name: string; type: string }
  | { code: 'empty' | 'too-large' | 'file-not-allowed' | 'unreadable' }

/** What the server would say of a file, before a byte of it is sent. */
export async function checkFile(file: File, { kinds, maxBytes }: FilePolicy): Promise<CheckedFile> {
  if (file.size > maxBytes) return { code: 'too-large' }
  try {
    const head = new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer())
    if (head.length === 0) return { code: 'empty' }
    const type = sniffFile(head)
    if (type === undefined || !kinds.includes(fileTypes[type].kind)) return { code: 'file-not-allowed' }
    return { name: fileName(file.name, type), type }
  } catch {
    // A folder, or a file that has gone or changed meanwhile.
    return { code: 'unreadable' }
  }
}
