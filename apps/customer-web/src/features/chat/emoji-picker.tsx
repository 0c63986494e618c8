import { insertAtCaret } from '@beckon/shared/client/insert-at-caret'
import { emojiColumns, emojiRows, nextEmoji } from '@beckon/shared/rules/emoji'
import { useEffect, useRef } from 'react'
import { t } from '../../components/catalogue/text.ts'
import './emoji-picker.css'

/** Takes the focus; what is chosen goes to the caret of `field`, and the focus with it. */
export function EmojiPicker({ field, onClose }: { field: HTMLTextAreaElement; onClose: () => void }) {
  const grid = useRef<HTMLDivElement>(null)
  const cells = () => [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  useEffect(() => cells()[0]?.focus(), [])
  const { dir, lang } = document.documentElement
  const close = () => {
    onClose()
    field.focus()
  }
  return (
    <div
      ref={grid}
      className="emoji"
      role="grid"
      tabIndex={-1}
      aria-label={t('chat.emoji')}
      onKeyDown={(event) => {
        const all = cells()
        const index = all.findIndex((cell) => cell === document.activeElement)
        const next = nextEmoji(event.key, index, dir === 'rtl')
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
        if (next === undefined) return
        event.preventDefault()
        all[next]?.focus()
      }}
    >
      {emojiRows.map((row, r) => (
        <div key={row[0]?.glyph} role="row">
          {row.map(({ glyph, en, ar }, c) => (
            <button
              key={glyph}
              type="button"
              role="gridcell"
              tabIndex={r * emojiColumns + c === 0 ? 0 : -1}
              aria-label={lang === 'ar' ? ar : en}
              title={lang === 'ar' ? ar : en}
              onClick={() => {
                insertAtCaret(field, glyph)
                close()
              }}
            >
              {glyph}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
