import { guard } from './guard.ts'
import { type FrameMessage, readyMessage, wantedMessage } from './messages.ts'

export interface PanelFrame {
  /** Nothing is told before the frame has spoken: it is greeted then. */
  tell(message: unknown): void
  show(open: boolean): void
  /** Where in the page: `left`, `right`, or a logical side. */
  place(side: string): void
  focus(): void
  hasFocus(): boolean
  remove(): void
}
export interface FrameHooks {
  origin: string
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

/** A sheet on a phone, as high as what is visible of the page; a panel in the corner elsewhere. Forced colours draw its edge. */
const panelStyle = (phone: boolean, side: string, open: boolean): string =>
  'position:fixed;z-index:99999;border:0;outline:1px solid #0000;color-scheme:normal;' +
  (phone
    ? 'inset:0;width:100%;height:100dvh'
    : `bottom:16px;${side}:16px;width:min(400px,100% - 32px);height:min(680px,100% - 32px);border-radius:12px;box-shadow:0 8px 40px #0004`) +
  (open ? '' : ';display:none')

/** Our page in the host's. `frame` is on its way to its address. */
export function makePanelFrame(
  frame: HTMLIFrameElement,
  { origin, title, greeting, receive, failed }: FrameHooks,
): PanelFrame {
  const phone = matchMedia('(max-width:480px)')
  let port: MessagePort | undefined
  let known: unknown
  let side = 'inset-inline-end'

  let shown = false

  const draw = () => {
    frame.style.cssText = panelStyle(phone.matches, side, shown)
  }
  const check = () => {
    if (!port && frame.isConnected) failed()
  }
  /** The frame listens, and says so until it is heard: give each load of it a port of its own. */
  const connect = guard(({ source, origin: from, data }: MessageEvent) => {
    const target = frame.contentWindow
    if (!target || source !== target || from !== origin || data === known || !String(data).startsWith(readyMessage))
      return
    known = data
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = guard((e: MessageEvent<FrameMessage>) => receive(e.data))
    target.postMessage(greeting(), origin, [channel.port2])
  })
  frame.title = title
  frame.onload = () => setTimeout(check, speakMs)
  // A document that is not the page's own blank one any more has come already.
  setTimeout(check, frame.contentDocument ? loadMs : speakMs)
  addEventListener('message', connect)
  // It may have spoken before anybody listened.
  if (!frame.contentDocument) frame.contentWindow?.postMessage(wantedMessage, origin)
  phone.addEventListener('change', draw)
  draw()
  return {
    tell: (message) => port?.postMessage(message),
    show(open) {
      shown = open
      draw()
    },
    place(next) {
      side = next
      draw()
    },
    focus: () => frame.focus(),
    hasFocus: () => document.activeElement === frame,
    remove() {
      removeEventListener('message', connect)
      frame.remove()
    },
  }
}
