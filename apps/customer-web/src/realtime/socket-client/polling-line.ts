import type { OpenRawLine } from './raw-line.ts'

/** Between packets of one response (the protocol's record separator). */
const separator = '\x1e'

/** Long polling over plain HTTP, where a WebSocket is not let through: one GET is always open, each packet is a POST. */
export const openPollingLine: OpenRawLine = (url, events) => {
  const abort = new AbortController()
  const unsent: string[] = []
  let session = ''
  let posting = false
  let over = false

  const address = () => `${url}&transport=polling${session}`
  const request = async (body?: string): Promise<string> => {
    const response = await fetch(address(), {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'include',
      cache: 'no-store',
      signal: abort.signal,
      ...(body === undefined ? {} : { body }),
    })
    if (!response.ok) throw new Error(`polling: ${response.status}`)
    return response.text()
  }
  const fail = () => {
    if (over) return
    over = true
    abort.abort()
    events.closed()
  }
  const flush = async () => {
    if (posting || session === '') return
    posting = true
    for (let packet = unsent.shift(); packet !== undefined; packet = unsent.shift()) await request(packet)
    posting = false
  }
  const take = (packet: string) => {
    if (over) return
    if (packet[0] === '0') session = `&sid=${(JSON.parse(packet.slice(1)) as { sid: string }).sid}`
    events.packet(packet)
  }
  const poll = async () => {
    while (!over) {
      const packets = await request()
      packets.split(separator).forEach(take)
      flush().catch(fail)
    }
  }
  /** What is unsent and the end, in one request that may outlive the page; a lost one is found by the heartbeat. */
  const goodbye = () => {
    const body = [...unsent, '1'].join(separator)
    fetch(address(), { method: 'POST', credentials: 'include', keepalive: true, body }).catch(() => undefined)
  }
  poll().catch(fail)
  return {
    send(packet) {
      unsent.push(packet)
      flush().catch(fail)
    },
    close() {
      if (over) return
      over = true
      abort.abort()
      if (session !== '') goodbye()
    },
  }
}
