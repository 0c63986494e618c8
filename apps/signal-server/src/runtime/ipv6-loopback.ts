import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { isErrno } from './errno.ts'

/**
 * Browsers ask `localhost` at ::1 first. A server that listens on 127.0.0.1 gets what arrives there as well, requests
 * and upgrades alike; a program of somebody else's on that port is an error, since it would answer in our place.
 * Returns the way to stop; a machine without IPv6 needs none.
 */
export async function alsoOnIpv6Loopback(server: HttpServer, port: number): Promise<() => void> {
  const sockets = new Set<Socket>()
  const second = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    server.emit('connection', socket)
  })
  try {
    second.listen(port, '::1')
    await once(second, 'listening')
  } catch (error) {
    if (isErrno(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) return () => undefined
    throw error
  }
  return () => {
    second.close()
    for (const socket of sockets) socket.destroy()
  }
}
