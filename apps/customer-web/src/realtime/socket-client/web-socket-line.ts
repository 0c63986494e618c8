import type { OpenRawLine } from './raw-line.ts'

/** One WebSocket frame is one packet. */
export const openWebSocketLine: OpenRawLine = (url, events) => {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}&transport=websocket`)
  let over = false
  socket.onmessage = ({ data }) => {
    if (!over) events.packet(String(data))
  }
  socket.onclose = () => {
    if (over) return
    over = true
    events.closed()
  }
  return {
    send(packet) {
      if (socket.readyState === WebSocket.OPEN) socket.send(packet)
    },
    close() {
      over = true
      socket.close()
    },
  }
}
