import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { alsoOnIpv6Loopback } from './ipv6-loopback.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function listening(): Promise<{ server: ReturnType<typeof createServer>; port: number }> {
  const server = createServer((_request, response) => response.end('ours'))
  server.on('upgrade', (_request, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ours\r\n\r\n'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, port: address.port }
}

it('a browser that asks localhost at ::1 gets the same server, upgrades included', async () => {
  const { server, port } = await listening()
  ends.push(await alsoOnIpv6Loopback(server, port))
  expect(await (await fetch(`http://[::1]:${port}/`)).text()).toBe('ours')
  const upgrade = request({ host: '::1', port, headers: { connection: 'Upgrade', upgrade: 'ours' } })
  upgrade.end()
  const [response] = (await once(upgrade, 'upgrade')) as [{ statusCode: number }]
  expect(response.statusCode).toBe(101)
})

it('somebody else on ::1 is told as a taken port', async () => {
  const { server, port } = await listening()
  const other = createTcpServer().listen(port, '::1')
  await once(other, 'listening')
  ends.push(() => other.close())
  await expect(alsoOnIpv6Loopback(server, port)).rejects.toThrow('EADDRINUSE')
})
