import type { CustomerId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { CustomerRow } from '../domain/rows.ts'
import { fromColumns } from './row-names.ts'

export interface VisitorTokenRow {
  siteId: SiteId
  expiresAt: number
  /** Whom the token leads to now: a visitor who proved to be a known customer is that customer (one step, never two). */
  customer: CustomerRow
}

/** `hash`: hex. Undefined when unknown, of another site, revoked or expired. */
export async function readVisitorToken(
  db: pg.Pool,
  siteKey: string,
  hash: string,
  now: number,
): Promise<VisitorTokenRow | undefined> {
  const { rows } = await db.query<{ site_id: SiteId; expires_at: number; customer: object }>({
    name: 'visitor-token',
    text: `select t.site_id, t.expires_at, to_jsonb(c) as customer
      from visitor_tokens t
      join sites s on s.id = t.site_id and s.key = $1
      join customers first on first.id = t.customer_id
      join customers c on c.id = coalesce(first.merged_into, first.id)
      where t.hash = decode($2, 'hex') and t.revoked_at is null and t.expires_at > $3`,
    values: [siteKey, hash, now],
  })
  const row = rows[0]
  return row && { siteId: row.site_id, expiresAt: row.expires_at, customer: toCustomer(row.customer) }
}

function toCustomer(columns: object): CustomerRow {
  return fromColumns(columns) as unknown as CustomerRow
}

interface NewToken {
  hash: string
  siteId: SiteId
  customerId: CustomerId
  now: number
  expiresAt: number
}

export async function addVisitorToken(db: pg.Pool, token: NewToken): Promise<void> {
  await db.query({
    name: 'add-visitor-token',
    text: `insert into visitor_tokens (hash, site_id, customer_id, created_at, expires_at)
      values (decode($1, 'hex'), $2, $3, $4, $5)`,
    values: [token.hash, token.siteId, token.customerId, token.now, token.expiresAt],
  })
}

/** A visitor nobody knows, with their first token. No routing state, so the site's version is not raised. */
export async function addVisitor(db: pg.Pool, token: NewToken): Promise<CustomerRow> {
  const { rows } = await db.query<{ customer: object }>({
    name: 'add-visitor',
    text: `with made as (
        insert into customers (id, site_id, version, created_at) values ($3, $2, 0, $4) returning *
      ), first_token as (
        insert into visitor_tokens (hash, site_id, customer_id, created_at, expires_at)
        select decode($1, 'hex'), $2, made.id, $4, $5 from made
      )
      select to_jsonb(made) as customer from made`,
    values: [token.hash, token.siteId, token.customerId, token.now, token.expiresAt],
  })
  const row = rows[0]
  if (!row) throw new Error('the visitor was not made')
  return toCustomer(row.customer)
}

export async function renewVisitorToken(db: pg.Pool, hash: string, expiresAt: number): Promise<void> {
  await db.query({
    name: 'renew-visitor-token',
    text: `update visitor_tokens set expires_at = $2 where hash = decode($1, 'hex') and revoked_at is null`,
    values: [hash, expiresAt],
  })
}

export async function revokeVisitorToken(db: pg.Pool, hash: string, now: number): Promise<void> {
  await db.query({
    name: 'revoke-visitor-token',
    text: `update visitor_tokens set revoked_at = $2 where hash = decode($1, 'hex') and revoked_at is null`,
    values: [hash, now],
  })
}

/** Uses a one-time code up; whom it leads to, or undefined when it was used, ran out or never was. */
export async function takeHandover(
  db: pg.Pool,
  siteId: SiteId,
  hash: string,
  now: number,
): Promise<CustomerRow | undefined> {
  const { rows } = await db.query<{ customer: object }>({
    name: 'take-handover',
    text: `with taken as (
        update visitor_tokens set revoked_at = $3
        where hash = decode($2, 'hex') and site_id = $1 and revoked_at is null and expires_at > $3
        returning customer_id
      )
      select to_jsonb(c) as customer from taken
      join customers first on first.id = taken.customer_id
      join customers c on c.id = coalesce(first.merged_into, first.id)`,
    values: [siteId, hash, now],
  })
  return rows[0] && toCustomer(rows[0].customer)
}

/** The customer the site knows under its own id. */
export async function readKnownCustomer(db: pg.Pool, siteId: SiteId, externalId: string): Promise<CustomerId | null> {
  const { rows } = await db.query<{ id: CustomerId }>({
    name: 'known-customer',
    text: 'select id from customers where site_id = $1 and external_id = $2',
    values: [siteId, externalId],
  })
  return rows[0]?.id ?? null
}
