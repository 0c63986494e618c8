import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
}

interface ToastState {
  toasts: Toast[]
  show: (text: string) => void
  dismiss: (id: number) => void
}

/** At most four at once; the same text again replaces the older one, so a repeated refusal does not pile up. */
export const useToasts = create<ToastState>()((set) => ({
  toasts: [],
  show: (text) =>
    set(({ toasts }) => {
      const id = (toasts.at(-1)?.id ?? 0) + 1
      return { toasts: [...toasts.filter((toast) => toast.text !== text), { id, text }].slice(-4) }
    }),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}))
