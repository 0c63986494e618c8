import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

const centred = 'm-auto md:max-w-160 md:rounded-lg md:border md:border-line'
const shapes = {
  tall: `${centred} md:h-[80dvh]`,
  fit: `${centred} md:h-fit md:max-h-[90dvh]`,
  drawer: 'm-0 ms-auto border-line md:max-w-96 md:border-s',
} as const

interface ModalProps {
  title: string
  closeLabel: string
  /** Most of the screen, as tall as what is in it, or at the end of the screen and as high as it. */
  shape?: keyof typeof shapes
  onClose: () => void
  children: ReactNode
}

/**
 * The browser's own dialog: focus stays inside, Escape closes, focus returns to where it was. It stands beside the desk:
 * within a pane that is folded or makes way on a phone nobody would see it, and nothing else could be used.
 */
export function Modal({ title, closeLabel, shape = 'tall', onClose, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed while it is still in the page: a dialog that is only taken out gives no focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog !== null && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === ref.current && onClose()}
      className={`h-dvh max-h-dvh w-full max-w-none overflow-hidden bg-surface text-ink ${shapes[shape]}`}
    >
      <div className="flex h-full flex-col">
        <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-3">
          <h2 id={titleId} className="text-lg font-semibold">
            {title}
          </h2>
          <button
            type="button"
            aria-label={closeLabel}
            onClick={onClose}
            className="grid size-8 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11"
          >
            <X size={18} aria-hidden="true" />
          </button>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
      </div>
    </dialog>,
    document.body,
  )
}
