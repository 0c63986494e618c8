import type { ReactNode } from 'react'

interface MessageBubbleProps {
  text: string
  /** Written by staff: at the end side, on the accent's ground. */
  ours: boolean
  /** Who and when, or what becomes of it; nothing inside a group. */
  children: ReactNode
}

export function MessageBubble({ text, ours, children }: MessageBubbleProps) {
  return (
    <div
      className={`flex max-w-[min(72%,560px)] flex-col gap-1 max-md:max-w-[88%] ${ours ? 'ms-auto items-end' : 'items-start'}`}
    >
      <p
        dir="auto"
        className={`whitespace-pre-wrap rounded-lg px-3 py-2 [overflow-wrap:anywhere] ${ours ? 'bg-accent-soft' : 'bg-sunken'}`}
      >
        {text}
      </p>
      {children !== undefined && <p className="px-1 text-xs text-muted">{children}</p>}
    </div>
  )
}
