import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface FreezingProxy {
  origin: string
  /** Lines made so far. */
  lines(): number
  /** From now on the present lines carry nothing either way and do not close: a dead network. */
  freeze(): void
  stop(): Promise<void>
}

/** A wire between a page and a node that can go dead without anybody being told. */
export async function startFreezingProxy(targetPort: number): Promise<FreezingProxy> {
  const pairs: [Socket, Socket][] = []
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    pairs.push([near, far])
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lines: () => pairs.length,
    freeze() {
      for (const [near, far] of pairs) {
        near.unpipe(far)
        far.unpipe(near)
      }
    },
    async stop() {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
