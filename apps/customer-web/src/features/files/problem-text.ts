import { sizeText } from '@beckon/shared/rules/file-size'
import { errorText, t } from '../../components/catalogue/text.ts'
import { pageLanguage } from '../../components/page-language.ts'
import { readySession } from '../../realtime/session-store.ts'

/** Why a file does not go, with the limit it broke. */
export function problemText(code: string): string {
  const { kinds, maxBytes } = readySession().site.files
  const lang = pageLanguage()
  if (code === 'too-large') return t('file.too-large', { most: sizeText(maxBytes, lang) })
  if (code === 'empty') return t('file.empty')
  if (code === 'unreadable') return t('file.unreadable')
  if (code !== 'file-not-allowed') return errorText(code)
  const names = kinds.map((kind) => t(`file.kind.${kind}`))
  return t('file.not-allowed', { kinds: new Intl.ListFormat(lang).format(names) })
}
