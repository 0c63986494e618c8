import type { AgentId, CustomerId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { SignOn, SocketAuth } from '../src/gateway/sockets/sign-on.ts'
import { readCustomers } from '../src/stores/site-rows.ts'

/** `customer:ID` or `staff:ID`: in a chaos node people are who they say, so that sign-in is no part of what is tried. */
export const tokenOf = (kind: 'customer' | 'staff', id: string): string => `${kind}:${id}`

export function testSignOn(db: pg.Pool): SocketAuth {
  return {
    signOn: async (_endpoint, { site, token }) => {
      const { rows } = await db.query<{ id: SiteId }>('select id from sites where key = $1', [site])
      const siteId = rows[0]?.id
      const [kind, id] = (token ?? '').split(':')
      if (siteId === undefined || id === undefined) return 'unauthenticated'
      return (await (kind === 'customer' ? customer(db, siteId, id) : staff(db, siteId, id))) ?? 'unauthenticated'
    },
    check: (signOns) => Promise.resolve(signOns.map(() => 'valid')),
  }
}

async function customer(db: pg.Pool, siteId: SiteId, id: string): Promise<SignOn | undefined> {
  const [row] = await readCustomers(db, siteId, [id])
  const principal = { kind: 'customer' as const, siteId, customerId: id as CustomerId }
  return row && { principal, customer: row, name: row.name, proof: id }
}

async function staff(db: pg.Pool, siteId: SiteId, id: string): Promise<SignOn | undefined> {
  const { rows } = await db.query<{ name: string }>('select name from agents where site_id = $1 and id = $2', [
    siteId,
    id,
  ])
  const principal = { kind: 'staff' as const, siteId, agentId: id as AgentId, roles: ['agent' as const] }
  return rows[0] && { principal, customer: null, name: rows[0].name, proof: id }
}
