import { insertAtCaret } from '@beckon/shared/client/insert-at-caret'
import { emojiRows, nextEmoji } from '@beckon/shared/rules/emoji'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Takes the focus; what is chosen goes to the caret of `field`, and the focus with it. */
export function EmojiPicker({ field, onClose }: { field: HTMLTextAreaElement; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const grid = useRef<HTMLDivElement>(null)
  const cells = () => [...(grid.current?.querySelectorAll('button') ?? [])]
  useEffect(() => cells()[0]?.focus(), [])
  const close = () => {
    onClose()
    field.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    const all = cells()
    const index = all.findIndex((cell) => cell === document.activeElement)
    const next = nextEmoji(event.key, index, i18n.dir() === 'rtl')
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={t('composer.emoji')}
      onKeyDown={onKeyDown}
      className="pop-in absolute start-0 bottom-full z-30 mb-1 w-64 rounded-lg border border-line bg-surface p-1 shadow-(--shadow) pointer-coarse:w-84"
    >
      {emojiRows.map((row) => (
        <div key={row[0]?.glyph} role="row" className="grid grid-cols-7">
          {row.map(({ glyph, en, ar }) => {
            const name = i18n.language === 'ar' ? ar : en
            return (
              <button
                key={glyph}
                type="button"
                role="gridcell"
                tabIndex={row === emojiRows[0] && glyph === row[0]?.glyph ? 0 : -1}
                aria-label={name}
                title={name}
                onClick={() => {
                  insertAtCaret(field, glyph)
                  close()
                }}
                className="min-h-8 rounded-md text-lg leading-none hover:bg-sunken focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
              >
                {glyph}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}
