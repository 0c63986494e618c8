import { useRef } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { currentDraft, setDraft, useDraft } from './draft-store.ts'

/** Five lines of 22 px and the padding; more scrolls. */
const tallestPx = 134

interface ComposerProps {
  /** Also with no text: there may be files to send. */
  onSend: (text: string) => void
  /** Undefined where the site takes none. */
  onAttach: (() => void) | undefined
  onType: () => void
  onEmoji: (field: HTMLTextAreaElement) => void
}

export function Composer({ onSend, onAttach, onType, onEmoji }: ComposerProps) {
  const draft = currentDraft(useDraft((store) => store.draft))
  const field = useRef<HTMLTextAreaElement>(null)
  const send = () => {
    onSend(draft)
    setDraft('')
    const { current } = field
    if (current === null) return
    current.style.blockSize = ''
    current.focus()
  }
  const write = (area: HTMLTextAreaElement) => {
    setDraft(area.value)
    if (area.value !== '') onType()
    area.style.blockSize = ''
    area.style.blockSize = `${Math.min(area.scrollHeight + 2, tallestPx)}px`
  }
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {onAttach && <IconButton label={t('chat.attach')} icon="clip" onPress={onAttach} />}
      <IconButton label={t('chat.emoji')} icon="smile" onPress={() => field.current && onEmoji(field.current)} />
      <textarea
        ref={field}
        rows={1}
        aria-label={t('chat.message')}
        placeholder={t('chat.message')}
        dir="auto"
        value={draft}
        onInput={(event) => write(event.currentTarget)}
        onKeyDown={(event) => {
          // An input method ends a word with Enter too.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <IconButton label={t('chat.send')} icon="send" kind="main" onPress={send} />
    </form>
  )
}
