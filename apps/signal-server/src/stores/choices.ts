import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** A short list that administrators keep for a site. */
export interface ChoiceTable {
  table: 'subjects' | 'site_choices' | 'canned_replies' | 'pages' | 'contact_pages'
  /** Where one table holds several lists. */
  kind?: 'disposition' | 'decline-reason' | 'presence-reason'
  /** Column by the name in the API. */
  columns: Readonly<Record<string, string>>
  /** What there is one of; the first column unless said otherwise. */
  key?: readonly string[]
  /** SQL of what the API calls the item by. */
  id: string
  order: string
  /** The past names it: it is put away, not deleted. */
  archives: boolean
}

export type ChoiceItem = Record<string, unknown>

export const choiceTables = {
  subjects: {
    table: 'subjects',
    columns: { key: 'key', name: 'name', skill: 'skill', isDefault: 'is_default' },
    id: 'key',
    order: 'name, key',
    archives: true,
  },
  dispositions: {
    table: 'site_choices',
    kind: 'disposition',
    columns: { key: 'key', name: 'name', position: 'position' },
    id: 'key',
    order: 'position, key',
    archives: true,
  },
  'decline-reasons': {
    table: 'site_choices',
    kind: 'decline-reason',
    columns: { key: 'key', name: 'name', position: 'position' },
    id: 'key',
    order: 'position, key',
    archives: true,
  },
  'presence-reasons': {
    table: 'site_choices',
    kind: 'presence-reason',
    columns: { key: 'key', name: 'name', position: 'position' },
    id: 'key',
    order: 'position, key',
    archives: true,
  },
  'canned-replies': {
    table: 'canned_replies',
    columns: { key: 'key', text: 'text' },
    id: 'key',
    order: 'key',
    archives: false,
  },
  pages: {
    table: 'pages',
    columns: { url: 'url', title: 'title', position: 'position' },
    // An address does not fit into an address.
    id: 'md5(url)',
    order: 'position, url',
    archives: false,
  },
  'contact-pages': {
    table: 'contact_pages',
    columns: {
      kind: 'kind',
      subject: 'subject',
      title: 'title',
      text: 'text',
      promotion: 'promotion',
      links: 'links',
    },
    key: ['kind', 'subject'],
    id: "kind || case subject when '' then '' else '-' || subject end",
    order: 'kind, subject',
    archives: false,
  },
} as const satisfies Record<string, ChoiceTable>

const told = ({ columns, id }: ChoiceTable): string =>
  [...Object.entries(columns).map(([name, column]) => `${column} as "${name}"`), `${id} as id`].join(', ')

const ofSite = ({ kind, archives }: ChoiceTable): string =>
  `site_id = $1${kind === undefined ? '' : ` and kind = '${kind}'`}${archives ? ' and archived_at is null' : ''}`

/** A list is a JSON column's: the driver would make an array of PostgreSQL of it. */
const valuesOf = ({ columns }: ChoiceTable, item: ChoiceItem): unknown[] =>
  Object.keys(columns).map((name) => (Array.isArray(item[name]) ? JSON.stringify(item[name]) : item[name]))

/** All of them, in the order people see them. */
export async function readChoices(db: pg.Pool | pg.ClientBase, of: ChoiceTable, siteId: SiteId): Promise<ChoiceItem[]> {
  const text = `select ${told(of)} from ${of.table} where ${ofSite(of)} order by ${of.order}`
  return (await db.query<ChoiceItem>(text, [siteId])).rows
}

export async function readChoice(
  db: pg.Pool | pg.ClientBase,
  of: ChoiceTable,
  siteId: SiteId,
  id: string,
): Promise<ChoiceItem | undefined> {
  const text = `select ${told(of)} from ${of.table} where ${ofSite(of)} and ${of.id} = $2`
  return (await db.query<ChoiceItem>(text, [siteId, id])).rows[0]
}

/** Undefined: there is one by that key. One that was put away comes back. */
export async function addChoice(
  client: pg.ClientBase,
  of: ChoiceTable,
  siteId: SiteId,
  item: ChoiceItem,
): Promise<ChoiceItem | undefined> {
  const columns = Object.values(of.columns)
  const values = valuesOf(of, item)
  const kind = of.kind === undefined ? [] : ['kind']
  const key = ['site_id', ...kind, ...(of.key ?? columns.slice(0, 1))].join(', ')
  const again = columns.slice(1).map((column) => `${column} = excluded.${column}`)
  const conflict = of.archives
    ? `do update set ${again.join(', ')}, archived_at = null where ${of.table}.archived_at is not null`
    : 'do nothing'
  const text = `insert into ${of.table} (site_id, ${[...kind, ...columns].join(', ')})
    values ($1, ${kind.map(() => `'${of.kind}', `).join('')}${columns.map((_column, i) => `$${i + 2}`).join(', ')})
    on conflict (${key}) ${conflict} returning ${told(of)}`
  return (await client.query<ChoiceItem>(text, [siteId, ...values])).rows[0]
}

export async function changeChoice(
  client: pg.ClientBase,
  of: ChoiceTable,
  siteId: SiteId,
  id: string,
  item: ChoiceItem,
): Promise<ChoiceItem | undefined> {
  const set = Object.values(of.columns).map((column, i) => `${column} = $${i + 3}`)
  const values = valuesOf(of, item)
  const text = `update ${of.table} set ${set.join(', ')} where ${ofSite(of)} and ${of.id} = $2 returning ${told(of)}`
  return (await client.query<ChoiceItem>(text, [siteId, id, ...values])).rows[0]
}

export async function removeChoice(
  client: pg.ClientBase,
  of: ChoiceTable,
  siteId: SiteId,
  id: string,
  now: number,
): Promise<void> {
  const where = `where ${ofSite(of)} and ${of.id} = $2`
  if (of.archives) await client.query(`update ${of.table} set archived_at = $3 ${where}`, [siteId, id, now])
  else await client.query(`delete from ${of.table} ${where}`, [siteId, id])
}

/** A site has one default subject. */
export async function soleDefault(client: pg.ClientBase, siteId: SiteId, key: string): Promise<void> {
  await client.query('update subjects set is_default = false where site_id = $1 and key <> $2 and is_default', [
    siteId,
    key,
  ])
}
