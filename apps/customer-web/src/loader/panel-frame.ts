import { guard } from './guard.ts'
import { type FrameMessage, readyMessage } from './messages.ts'

export interface PanelFrame {
  /** False until the frame has spoken. */
  tell(message: unknown): boolean
  show(open: boolean): void
  focus(): void
  remove(): void
}
export interface FrameHooks {
  origin: string
  url: string
  title: string
  /** What the frame is told first. */
  greeting(): unknown
  receive(message: FrameMessage): void
  /** It did not load, or something that is not ours did. */
  failed(): void
}

/** A refused or broken frame says nothing by itself: it has this long to load, and then to speak. */
const loadMs = 20_000
const speakMs = 2_500

const panelStyle = (phone: boolean, open: boolean): string =>
  'position:fixed;z-index:99999;border:0;color-scheme:normal;' +
  (phone
    ? 'inset:0;width:100%;height:100%'
    : 'bottom:16px;inset-inline-end:16px;width:400px;height:min(680px,100% - 32px);border-radius:12px;box-shadow:0 8px 40px #0004') +
  (open ? '' : ';display:none')

/** Our page in the host's: a sheet on a phone, a panel in the corner elsewhere. */
export function makePanelFrame({ origin, url, title, greeting, receive, failed }: FrameHooks): PanelFrame {
  const phone = matchMedia('(max-width:480px)')
  const frame = document.createElement('iframe')
  let port: MessagePort | undefined
  let shown = false

  const place = () => {
    frame.style.cssText = panelStyle(phone.matches, shown)
  }
  const check = () => {
    if (!port && frame.isConnected) failed()
  }
  /** The frame listens: give it a port of its own. A frame that was loaded anew gets a new one. */
  const connect = guard((event: MessageEvent) => {
    const target = frame.contentWindow
    if (!target || event.source !== target || event.origin !== origin || event.data !== readyMessage) return
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = guard((e: MessageEvent<FrameMessage>) => receive(e.data))
    target.postMessage(greeting(), origin, [channel.port2])
  })

  frame.title = title
  frame.allow = 'microphone; autoplay; clipboard-write'
  frame.src = url
  frame.onload = () => setTimeout(check, speakMs)
  setTimeout(check, loadMs)
  addEventListener('message', connect)
  phone.addEventListener('change', place)
  place()
  document.body.appendChild(frame)
  return {
    tell(message) {
      if (port) port.postMessage(message)
      return port !== undefined
    },
    show(open) {
      shown = open
      place()
    },
    focus: () => frame.focus(),
    remove() {
      removeEventListener('message', connect)
      frame.remove()
    },
  }
}
