import { CircleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { type Toast, useToasts } from './toast-store.ts'

/** How long a toast stays, milliseconds; long enough to read twice. */
const stayMs = 8_000

function ToastRow({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const dismiss = useToasts((s) => s.dismiss)
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), stayMs)
    return () => clearTimeout(timer)
  }, [dismiss, toast.id])
  return (
    <div className="pop-in flex items-start gap-2 rounded-lg border border-dnd/40 bg-surface p-3 shadow-(--shadow)">
      <CircleAlert size={18} aria-hidden="true" className="mt-px shrink-0 text-dnd" />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">{toast.text}</p>
      <button
        type="button"
        aria-label={closeLabel}
        onClick={() => dismiss(toast.id)}
        className="grid size-6 shrink-0 place-items-center rounded-md hover:bg-sunken"
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toasts = useToasts((s) => s.toasts)
  return (
    <div role="alert" className="fixed inset-x-3 bottom-3 z-50 ms-auto flex max-w-96 flex-col gap-2">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  )
}
