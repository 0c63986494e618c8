import type { WorkView } from '@beckon/shared/model/agent-view'
import type { MeResponse } from '@beckon/shared/protocol/http'
import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { AttachButton } from './attach-button.tsx'
import { AttachmentTray } from './attachment-tray.tsx'
import { CannedList, optionId } from './canned-list.tsx'
import { EmojiButton } from './emoji-button.tsx'
import { ModeTabs } from './mode-tabs.tsx'
import { PushPage } from './push-page.tsx'
import { useAttachments, useFileDrop } from './use-attachments.ts'
import { useCanned } from './use-canned.ts'
import { useComposerActs } from './use-composer-acts.ts'
import { useComposer } from './use-composer.ts'

interface ComposerProps {
  work: WorkView
  cannedReplies: MeResponse['cannedReplies']
  pages: MeResponse['pages']
  pageOrigins: MeResponse['pageOrigins']
  files: MeResponse['files']
}

/** Give it the interaction's id as key: each has drafts of its own. */
export function Composer({ work, cannedReplies, pages, pageOrigins, files }: ComposerProps) {
  const { t } = useTranslation()
  const {
    mode,
    streamId,
    setMode,
    switchMode,
    text,
    setText,
    excess,
    send: sendText,
    pushPage,
    addToReply,
  } = useComposer(work)
  const field = useRef<HTMLTextAreaElement>(null)
  useComposerActs({ field, setMode, insert: addToReply, pushPage, cannedReplies, pages })
  const attached = useAttachments(streamId, files)
  const dropping = useFileDrop(attached.add)
  const canned = useCanned(mode === 'reply' ? cannedReplies : [], text, setText)
  const ids = { panel: useId(), list: useId(), hint: useId() }
  /** After Escape the next Tab leaves the field, so that it is no trap for the keyboard. */
  const leaving = useRef(false)
  const name = work.customer.name === '' ? t('work.customer') : work.customer.name
  const note = mode === 'note'
  const listed = mode === 'reply' && canned.matches !== undefined

  const sendable = sendText !== undefined || (attached.send !== undefined && excess === 0)
  const send = sendable
    ? () => {
        sendText?.()
        attached.send?.()
      }
    : undefined

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || (listed && canned.onKey(event))) return
    const left = leaving.current
    leaving.current = event.key === 'Escape'
    if (event.key === 'Tab' && !event.shiftKey && !left && switchMode !== undefined) {
      event.preventDefault()
      switchMode()
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send?.()
    }
  }

  return (
    <div
      className={`relative mx-4 mb-3 rounded-lg border ${note ? 'border-(--note-edge)' : 'border-line-strong'} focus-within:border-accent`}
    >
      {listed && canned.matches !== undefined && (
        <CannedList id={ids.list} matches={canned.matches} active={canned.active} onChoose={canned.choose} />
      )}
      {dropping && (
        <p className="absolute inset-0 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft font-medium">
          {t('file.drop')}
        </p>
      )}
      <div className="flex items-center justify-between px-2 pt-2">
        {setMode === undefined ? <span /> : <ModeTabs mode={mode} panelId={ids.panel} onMode={setMode} />}
        <span className={`text-xs ${excess > 0 ? 'text-dnd' : 'text-muted'}`}>
          {excess > 0 ? t('composer.tooLong', { count: excess }) : text !== '' && t('composer.draftKept')}
        </span>
      </div>
      <div
        id={ids.panel}
        role="tabpanel"
        aria-label={note ? t('composer.note') : t('composer.reply')}
        className={note ? 'hatched mx-2 mt-2 rounded-e-md' : ''}
      >
        <textarea
          ref={field}
          value={text}
          rows={2}
          // An empty field with `auto` would be laid out from left to right in any language.
          dir={text === '' ? undefined : 'auto'}
          aria-label={note ? t('composer.noteLabel') : t('composer.replyLabel', { name })}
          aria-describedby={ids.hint}
          aria-autocomplete="list"
          aria-controls={listed ? ids.list : undefined}
          aria-activedescendant={listed && canned.matches?.length ? optionId(ids.list, canned.active) : undefined}
          placeholder={note ? t('composer.noteHint') : t('composer.replyHint', { name })}
          onChange={(event) => {
            setText(event.target.value)
            canned.setCaret(event.target.selectionStart)
          }}
          onSelect={(event) => canned.setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const { files: pasted, types } = event.clipboardData
            // Office programs copy a picture of a text along with it.
            if (attached.add === undefined || pasted.length === 0 || types.includes('text/plain')) return
            event.preventDefault()
            attached.add(pasted)
          }}
          className="field-sizing-content block max-h-48 min-h-14 w-full resize-none bg-transparent px-3 py-2 outline-none"
        />
      </div>
      <AttachmentTray list={attached.list} policy={files} onRetry={attached.retry} onRemove={attached.remove} />
      <p id={ids.hint} className="sr-only">
        {t('composer.keys')}
      </p>
      <div className="mt-1 flex items-center justify-between gap-2 border-t border-line px-2 py-1.5">
        <div className="flex items-center gap-1">
          {setMode !== undefined && <PushPage pages={pages} origins={pageOrigins} onPush={pushPage} />}
          <EmojiButton field={field} />
          {attached.add !== undefined && <AttachButton onFiles={attached.add} />}
        </div>
        <Button look="primary" disabled={send === undefined} onClick={send}>
          <SendHorizontal size={16} aria-hidden="true" />
          {note ? t('composer.addNote') : t('composer.send')}
          <Kbd keys="↵" />
        </Button>
      </div>
    </div>
  )
}
