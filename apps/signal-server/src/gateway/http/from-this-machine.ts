import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** Behind a proxy that nobody told us of, every peer is this machine: then it counts for nothing. */
export function fromThisMachine(request: FastifyRequest, trustProxy: boolean): boolean {
  const { headers } = request
  const proxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return (trustProxy || !proxied) && isLoopback(request.ip)
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && (address === '::1' || /^(::ffff:)?127\./.test(address))
