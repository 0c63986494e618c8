import type { Page } from '@playwright/test'

/** One thing that happened in a page; `at` is epoch milliseconds with fractions, so pages of one machine compare. */
export interface Mark {
  what: string
  at: number
}

type Marked = typeof globalThis & { callMarks: Mark[] }

/**
 * Notes from outside what a call waits for: clicks, commands, what the server tells, microphone, peer and sound.
 * Code for a page holds no named function: tsx would give it a call that pages do not know.
 */
export async function watchMarks(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const marks: Mark[] = []
    ;(globalThis as Marked).callMarks = marks
    const tools = {
      note(what: string) {
        marks.push({ what, at: performance.timeOrigin + performance.now() })
      },
      nameIn(data: unknown) {
        return typeof data === 'string' ? /\["([a-z:-]+)"/.exec(data)?.[1] : undefined
      },
    }
    for (const name of ['click', 'playing']) addEventListener(name, () => tools.note(name), true)

    const { send } = WebSocket.prototype
    WebSocket.prototype.send = function (data) {
      const name = tools.nameIn(data)
      if (name !== undefined) tools.note(`> ${name}`)
      send.call(this, data)
    }
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        this.addEventListener('message', ({ data }) => {
          const name = tools.nameIn(data)
          if (name !== undefined) tools.note(`< ${name}`)
        })
      }
    }
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        tools.note('peer made')
        this.addEventListener('iceconnectionstatechange', () => tools.note(`ice ${this.iceConnectionState}`))
        this.addEventListener('connectionstatechange', () => tools.note(`peer ${this.connectionState}`))
        this.addEventListener('signalingstatechange', () => tools.note(`signaling ${this.signalingState}`))
      }
    }
    if (navigator.mediaDevices === undefined) return
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      tools.note('microphone asked')
      const stream = await ask(wanted)
      tools.note('microphone open')
      return stream
    }
  })
}

/** What happened since the last look, in the page itself or in its frame at `path`. */
export async function takeMarks(page: Page, path: string): Promise<Mark[]> {
  const frame = page.frames().find((each) => new URL(each.url()).pathname.startsWith(path)) ?? page.mainFrame()
  return frame.evaluate(() => (globalThis as Marked).callMarks.splice(0))
}
