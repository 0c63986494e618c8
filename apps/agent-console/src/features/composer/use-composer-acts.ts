import type { MeResponse } from '@beckon/shared/protocol/http'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction, useActs } from '../../components/actions/use-acts.ts'
import type { DraftMode } from '../../components/draft-key.ts'

interface ComposerActs {
  field: RefObject<HTMLTextAreaElement | null>
  /** Undefined: nothing but notes. */
  setMode: ((mode: DraftMode) => void) | undefined
  /** Puts a text at the end of the reply. */
  insert: (text: string) => void
  pushPage: (page: { url: string; title: string }) => void
  cannedReplies: MeResponse['cannedReplies']
  pages: MeResponse['pages']
}

/** What keys and palette can do with the composer. */
export function useComposerActs({ field, setMode, insert, pushPage, cannedReplies, pages }: ComposerActs): void {
  const { t } = useTranslation()
  useEffect(() => {
    // Who accepted a contact can write at once; who writes elsewhere goes on; a phone keeps its keyboard down.
    if (document.activeElement === document.body && !matchMedia('(pointer: coarse)').matches) field.current?.focus()
  }, [field])
  const write = (mode: DraftMode) => {
    setMode?.(mode)
    field.current?.focus()
  }
  useAction('write.reply', setMode && (() => write('reply')))
  useAction('write.note', () => write('note'))
  useActs([
    ...cannedReplies.map(({ key, text }) => ({
      id: `canned ${key}`,
      group: 'write' as const,
      label: t('palette.canned', { key }),
      hint: text,
      run: () => {
        insert(text)
        write('reply')
      },
    })),
    ...pages.map((page) => ({
      id: `push ${page.url}`,
      group: 'write' as const,
      label: t('palette.push', { title: page.title }),
      hint: page.url,
      run: () => pushPage(page),
    })),
  ])
}
