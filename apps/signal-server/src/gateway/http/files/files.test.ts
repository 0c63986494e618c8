import { createHash, randomUUID } from 'node:crypto'
import { fileLimits } from '@beckon/shared/rules/file-limits'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FileScene, fileScene, png } from '../../../../testing/http-files.ts'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { purge } from '../../../stores/purge.ts'

let http: HttpServer
let scene: FileScene
beforeAll(async () => {
  http = await httpServer()
  scene = await fileScene(http)
})
beforeEach(() => http.db.query('delete from files; update sites set file_kinds = default, file_max_bytes = default'))
afterAll(() => http.close())

const text = (words: string): Buffer => Buffer.from(words)
const count = async (table: string): Promise<number> =>
  (await http.db.query<{ n: number }>(`select count(*)::bigint as n from ${table}`)).rows[0]?.n ?? 0
const entriesOf = async (id: string) =>
  (await http.db.query('select author_kind, body, stream_id from entries where id = $1', [id])).rows

it('[FI1] a customer’s file and an agent’s, in a reply or a note, become one entry each', async () => {
  const picture = await scene.sent('ann', { name: 'bag.png' })
  const answer = await scene.sent('ana', { name: 'form.pdf', bytes: text('%PDF-1.7 form') })
  const noted = await scene.sent('ana', { name: 'scan.pdf', bytes: text('%PDF-1.7 scan'), stream: scene.desk })
  expect(await entriesOf(picture)).toEqual([
    {
      author_kind: 'customer',
      stream_id: scene.conversation,
      body: { kind: 'file', fileId: picture, name: 'bag.png', type: 'image/png', size: 100, note: false },
    },
  ])
  expect(await entriesOf(answer)).toMatchObject([{ author_kind: 'agent', stream_id: scene.conversation }])
  expect(await entriesOf(noted)).toMatchObject([
    { body: { type: 'application/pdf', note: true }, stream_id: scene.desk },
  ])
})

it('[FI1] the same command again gets the same entry, and no second', async () => {
  const id = await scene.sent('ann')
  expect(await scene.send('ann', id)).toBe('duplicate')
  expect(await entriesOf(id)).toHaveLength(1)
})

it('[FI1] a file arrives in parts, byte for byte', async () => {
  const bytes = png(2_500_000)
  for (let i = 8; i < bytes.length; i++) bytes[i] = i % 251
  const id = randomUUID()
  const part = (from: number, to: number) =>
    scene.upload(scene.ann, { id, bytes: bytes.subarray(from, to), size: bytes.length, offset: from })
  expect((await part(0, 1_000_000)).json()).toEqual({ received: 1_000_000, name: 'a.png', type: 'image/png' })
  expect(await scene.send('ann', id)).toBe('not-found')
  await part(1_000_000, 2_000_000)
  expect((await part(2_000_000, 2_500_000)).json()).toMatchObject({ received: 2_500_000 })
  expect(await scene.send('ann', id)).toBe('appended')
  const read = await scene.read(scene.ana, id)
  expect(read.rawPayload.equals(bytes)).toBe(true)
  expect(read.headers['content-length']).toBe('2500000')
  expect(read.headers['etag']).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
})

it.each([
  ['a page', 'a.png', text('<!doctype html><script>alert(1)</script>')],
  ['an SVG with a script', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a program', 'a.pdf', Buffer.from('MZ\x90\0\x03', 'latin1')],
  ['an archive', 'a.docx', Buffer.from(`PK\x03\x04${'\0'.repeat(22)}\x05\0\0\0a.exe`, 'latin1')],
])('[FI2] %s that calls itself %s is refused, whatever its name and declared type', async (_what, name, bytes) => {
  const refused = await scene.upload(scene.ann, { name, bytes })
  expect(refused.json()).toMatchObject({ status: 415, code: 'file-not-allowed' })
  expect(await count('files')).toBe(0)
})

it('[FI2] [FI9] a GIF that is a page as well is stored and served as a GIF and can be nothing else', async () => {
  const id = await scene.sent('ann', {
    name: 'fun.html',
    bytes: text('GIF89a/*<html><script>alert(1)</script>*/'),
  })
  const { headers } = await scene.read(scene.ana, id)
  expect(headers).toMatchObject({
    'content-type': 'image/gif',
    'content-disposition': `attachment; filename="fun.html.gif"; filename*=UTF-8''fun.html.gif`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  })
})

it.each([
  ['../../../etc/passwd', 'passwd.png'],
  ['photo.png.exe', 'photo.png.exe.png'],
  ['photo\u202Egnp.exe', 'photognp.exe.png'],
  ['tasche "größe" 語.png', 'tasche _größe_ 語.png'],
  ['a\r\nset-cookie: x=1.png', 'aset-cookie_ x=1.png'],
  ['', 'file.png'],
])('[FI3] a picture called %j goes by %s', async (name, stored) => {
  const id = await scene.sent('ann', { name })
  const { headers } = await scene.read(scene.ana, id)
  expect(await entriesOf(id)).toMatchObject([{ body: { name: stored } }])
  expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(stored)}`)
  expect(headers['set-cookie']).toBeUndefined()
})

it('[FI3] a name that is no percent-encoded text is replaced', async () => {
  const answer = await scene.upload(scene.ann, { headers: { 'x-file-name': '%E0%A4%A' } })
  expect(answer.json()).toMatchObject({ name: 'file.png' })
})

describe('[FI4] what a site takes', () => {
  it('is told to both sides before anything is sent', async () => {
    const files = { kinds: ['image', 'pdf'], maxBytes: 5_000 }
    await http.db.query("update sites set file_kinds = '{image,pdf}', file_max_bytes = 5000")
    http.clock.advance(10_000)
    const { body } = await http.onWidget({ url: '/widget/frame?site=bluesky' })
    expect(JSON.parse(/ id="site">(.*?)<\/script>/.exec(body)?.[1] ?? '{}')).toMatchObject({ files })
    expect((await http.onPublic({ url: '/api/v1/me', headers: { cookie: scene.ana } })).json()).toMatchObject({ files })
  })

  it('bounds the size, before the bytes are read', async () => {
    await http.db.query('update sites set file_max_bytes = 5000')
    expect((await scene.upload(scene.ann, { bytes: png(5_000) })).statusCode).toBe(200)
    const larger = await scene.upload(scene.ann, { bytes: png(5_000), size: 5_001 })
    expect(larger.json()).toMatchObject({ status: 413, code: 'too-large' })
  })

  it('bounds the kinds, and none at all is off', async () => {
    await http.db.query("update sites set file_kinds = '{image}'")
    expect((await scene.upload(scene.ann)).statusCode).toBe(200)
    expect((await scene.upload(scene.ann, { bytes: text('plain') })).json()).toMatchObject({ code: 'file-not-allowed' })
    await http.db.query("update sites set file_kinds = '{}'")
    expect((await scene.upload(scene.ann)).json()).toMatchObject({ code: 'file-not-allowed' })
  })

  it('a part is at most 1 MiB, the whole at least a byte, and no part goes beyond it', async () => {
    const code = async (part: Parameters<FileScene['upload']>[1]) => (await scene.upload(scene.ann, part)).json().code
    expect(await code({ bytes: png(fileLimits.partBytes + 1) })).toBe('too-large')
    expect(await code({ bytes: Buffer.alloc(0), size: 0 })).toBe('invalid')
    expect(await code({ bytes: Buffer.alloc(0), size: 10 })).toBe('invalid')
    expect(await code({ bytes: png(200), size: 100 })).toBe('invalid')
    expect(await code({ bytes: png(100), size: 1_000_000 })).toBe('invalid')
    expect(await code({ bytes: png(100), offset: -1 })).toBe('invalid')
    expect(await count('files')).toBe(0)
  })
})

describe('[FI5] a part sent again', () => {
  it('changes nothing and says where to go on', async () => {
    const id = randomUUID()
    const bytes = png(10_000)
    const first = { id, bytes: bytes.subarray(0, 5_000), size: 10_000 }
    await scene.upload(scene.ann, first)
    expect((await scene.upload(scene.ann, first)).json()).toMatchObject({ received: 5_000 })
    const ahead = { id, bytes: bytes.subarray(9_000), size: 10_000, offset: 9_000 }
    expect((await scene.upload(scene.ann, ahead)).json()).toMatchObject({ received: 5_000 })
    expect(await count('file_parts')).toBe(1)
  })

  it('two at once are stored once', async () => {
    const id = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => scene.upload(scene.ann, { id })))
    expect(answers.map((answer) => answer.json().received)).toEqual([100, 100, 100])
    expect(await count('files')).toBe(1)
  })

  it('with other bytes, another size, stream or author is a conflict', async () => {
    const id = randomUUID()
    await scene.upload(scene.ann, { id })
    const other = png(100)
    other[50] = 1
    expect((await scene.upload(scene.ann, { id, bytes: other })).statusCode).toBe(409)
    expect((await scene.upload(scene.ann, { id, bytes: png(101) })).statusCode).toBe(409)
    expect((await scene.upload(scene.ana, { id })).statusCode).toBe(409)
    expect((await scene.upload(scene.ana, { id, stream: scene.desk })).statusCode).toBe(409)
  })

  it('a later part of an upload that never began is not found', async () => {
    expect((await scene.upload(scene.ann, { size: 200, offset: 100 })).statusCode).toBe(404)
  })
})

describe('[FI6] a visitor uploads', () => {
  it('at most 20 files an hour', async () => {
    const answers: number[] = []
    for (let i = 0; i < 21; i++) answers.push((await scene.upload(scene.ann)).statusCode)
    expect(answers.slice(0, 20).every((status) => status === 200)).toBe(true)
    expect(answers[20]).toBe(429)
    expect((await scene.upload(scene.ana)).statusCode).toBe(200)
    await http.db.query('update files set at = at - 3600001')
    expect((await scene.upload(scene.ann)).statusCode).toBe(200)
  })

  it('at most 100 MB an hour, by what is announced', async () => {
    await http.db.query('update sites set file_max_bytes = 60000000')
    const first = { bytes: png(5_000), size: 60_000_000 }
    expect((await scene.upload(scene.ann, first)).statusCode).toBe(200)
    expect((await scene.upload(scene.ann, first)).json()).toMatchObject({ code: 'rate-limited' })
  })
})

describe('[FI7] who is no participant', () => {
  it('uploads to no stream: it looks absent', async () => {
    const status = async (cookie: string, stream?: string) =>
      (await scene.upload(cookie, stream === undefined ? {} : { stream })).statusCode
    expect(await status(scene.tom)).toBe(404)
    expect(await status(scene.banker)).toBe(404)
    expect(await status(scene.raj)).toBe(404)
    expect(await status(scene.mia)).toBe(404)
    expect(await status(scene.ann, scene.desk)).toBe(404)
    expect(await status(scene.ann, randomUUID())).toBe(404)
  })

  it('sends no upload of another’s, nor their own elsewhere', async () => {
    const id = randomUUID()
    await scene.upload(scene.ana, { id, stream: scene.desk })
    expect(await scene.send('raj', id, scene.desk)).toBe('not-found')
    expect(await scene.send('ann', id, scene.desk)).toBe('not-found')
    expect(await scene.send('ana', id, scene.conversation)).toBe('not-found')
    expect(await scene.send('ana', randomUUID(), scene.desk)).toBe('not-found')
    expect(await scene.send('ana', id, scene.desk)).toBe('appended')
  })

  it('a closed stream takes no file, whole or not yet sent', async () => {
    const id = randomUUID()
    await scene.upload(scene.ann, { id })
    await http.db.query('update streams set closed_at = 1 where id = $1', [scene.conversation])
    expect((await scene.upload(scene.ann)).json()).toMatchObject({ code: 'closed' })
    expect(await scene.send('ann', id)).toBe('closed')
    await http.db.query('update streams set closed_at = null where id = $1', [scene.conversation])
  })
})

it('[HI3] a line of history counts a file as a message, and not one among notes', async () => {
  const counted = async (): Promise<number> => {
    const url = `/api/v1/interactions/${scene.interactionId}/transcript`
    return (await http.onPublic({ url, headers: { cookie: scene.ana } })).json().item.messages
  }
  const before = await counted()
  await scene.sent('ann')
  await scene.sent('ana', { stream: scene.desk })
  expect(await counted()).toBe(before + 1)
})

it('[FI8] [RS3] a program reads the files of its site’s transcripts where its role may read those, and sends none', async () => {
  const sam = await http.signIn('sam@bluesky.example')
  const keyFor = async (role: string): Promise<string> => {
    const payload = { name: 'CRM', roles: [role] }
    return (await http.onPublic({ method: 'POST', url: '/api/v1/api-keys', payload, headers: { cookie: sam } })).json()
      .key
  }
  const [supervisor, admin] = [await keyFor('supervisor'), await keyFor('admin')]
  const id = await scene.sent('ann')
  const ask = (method: 'GET' | 'POST', key: string, path: string) =>
    http.server.inject({
      method,
      url: `/api/v1/files/${path}`,
      headers: { host: 'localhost:3000', authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
      ...(method === 'POST' && { payload: png() }),
    })
  const read = await ask('GET', supervisor, id)
  expect([read.statusCode, read.rawPayload.equals(png())]).toEqual([200, true])
  expect(read.headers['content-security-policy']).toContain('sandbox')
  expect(read.headers['content-disposition']).toContain('attachment')
  expect((await ask('GET', admin, id)).statusCode).toBe(403)
  expect((await ask('GET', supervisor, randomUUID())).statusCode).toBe(404)
  const part = `${randomUUID()}?stream=${scene.conversation}&size=100&offset=0`
  expect((await ask('POST', supervisor, part)).statusCode).toBe(403)
})

describe('[FI8] a sent file is read by', () => {
  it('those who may read its transcript, and looks absent to anybody else', async () => {
    const said = await scene.sent('ann')
    const noted = await scene.sent('ana', { stream: scene.desk })
    const readers = async (id: string) => {
      const found: string[] = []
      for (const person of ['ann', 'tom', 'banker', 'ana', 'mia'] as const) {
        const { statusCode } = await scene.read(scene[person], id)
        if (statusCode === 200) found.push(person)
        else expect(statusCode).toBe(404)
      }
      return found
    }
    expect(await readers(said)).toEqual(['ann', 'ana', 'mia'])
    expect(await readers(noted)).toEqual(['ana', 'mia'])
  })

  it('an agent who serves the customer, and 24 h after', async () => {
    const id = await scene.sent('ann')
    const servedByRaj = (closedAt: number) =>
      http.db.query(
        `update interactions set closed_at = $2 where owner_id = (select id from agents where name = 'Raj')
          and customer_id = (select customer_id from interactions where id = $1)`,
        [scene.interactionId, closedAt],
      )
    expect((await servedByRaj(http.clock.now() - 86_390_000)).rowCount).toBeGreaterThan(0)
    expect((await scene.read(scene.raj, id)).statusCode).toBe(200)
    await servedByRaj(http.clock.now() - 86_400_001)
    expect((await scene.read(scene.raj, id)).statusCode).toBe(404)
  })

  it('nobody before it is sent', async () => {
    const id = randomUUID()
    await scene.upload(scene.ann, { id })
    expect((await scene.read(scene.ann, id)).statusCode).toBe(404)
    expect((await scene.read(scene.ana, id)).statusCode).toBe(404)
  })
})

it('[FI9] a file is asked for again each time, and not sent again', async () => {
  const id = await scene.sent('ann')
  const { etag } = (await scene.read(scene.ana, id)).headers
  const again = await scene.read(scene.ana, id, { 'if-none-match': String(etag) })
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
  expect((await scene.read(scene.tom, id, { 'if-none-match': String(etag) })).statusCode).toBe(404)
})

it('[FI10] an upload is sent within 23 h or purged after a day; a sent one stays with its stream', async () => {
  const late = randomUUID()
  await scene.upload(scene.ann, { id: late })
  const sent = await scene.sent('ann')
  await http.db.query('update files set at = at - 23.1 * 3600000')
  expect(await scene.send('ann', late)).toBe('not-found')
  expect(await scene.send('ann', sent)).toBe('duplicate')
  expect(await count('files')).toBe(2)
  await purge(http.db, http.clock.now())
  expect(await count('files')).toBe(2)
  await purge(http.db, http.clock.now() + 3_600_000)
  expect((await http.db.query('select id from files')).rows).toEqual([{ id: sent }])
  expect(await count('file_parts')).toBe(1)
  expect((await scene.read(scene.ann, sent)).statusCode).toBe(200)
})

it('[AU3] only our own pages may upload', async () => {
  const foreign = await scene.upload(scene.ann, { headers: { origin: 'https://evil.example' } })
  expect(foreign.statusCode).toBe(403)
  expect((await scene.upload(scene.ana, { headers: { origin: 'https://evil.example' } })).statusCode).toBe(403)
})

it('[AU12] no name of a file and none of its words reach the log', async () => {
  await scene.sent('ann', { name: 'NAME-CANARY.txt', bytes: text('WORDS-CANARY') })
  await scene.upload(scene.ann, { name: 'NAME-CANARY.svg', bytes: text('<svg>WORDS-CANARY</svg>') })
  await http.db.query('alter table file_parts rename to elsewhere')
  expect((await scene.upload(scene.ann, { name: 'NAME-CANARY.txt', bytes: text('WORDS-CANARY') })).statusCode).toBe(500)
  await http.db.query('alter table elsewhere rename to file_parts')
  const log = http.logged.join('')
  expect(log).toContain('request failed')
  expect(log).not.toContain('CANARY')
})
