import type { FilePolicy } from '@beckon/shared/protocol/file'
import { type ErrorCode, errorCodes } from '@beckon/shared/protocol/reply'
import { sizeText } from '@beckon/shared/rules/file-size'
import type { i18n } from 'i18next'

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)

/** Why a file does not go, with the limit it broke. */
export function attachmentProblem(code: string, { kinds, maxBytes }: FilePolicy, { t, language }: i18n): string {
  if (code === 'too-large') return t('file.tooLarge', { most: sizeText(maxBytes, language) })
  if (code === 'empty') return t('file.empty')
  if (code === 'file-not-allowed') {
    const names = kinds.map((kind) => t(`file.kind.${kind}`))
    return t('file.notAllowed', { kinds: new Intl.ListFormat(language).format(names) })
  }
  return isErrorCode(code) ? t(`error.${code}`) : t('file.unreadable')
}
