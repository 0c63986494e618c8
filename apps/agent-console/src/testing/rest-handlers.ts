import type {
  EarlierResponse,
  HistoryItem,
  HistoryResponse,
  MeResponse,
  TranscriptResponse,
} from '@beckon/shared/protocol/http'
import { HttpResponse, http } from 'msw'
import { ana, ann, entry, me, start, uuid } from './sample.ts'

export const pastItem = (n: number, part: Partial<HistoryItem> = {}): HistoryItem => ({
  interactionId: uuid(500 + n),
  reference: 'BS-7K2Q9MXT',
  channel: n % 3 === 0 ? 'voice' : 'chat',
  subject: n % 2 === 0 ? 'baggage' : 'booking',
  startedAt: start - n * 86_400_000,
  endedAt: start - n * 86_400_000 + 360_000,
  lengthMs: 300_000,
  agentName: n % 2 === 0 ? 'Raj' : 'Ana',
  cause: 'ended-by-agent',
  disposition: 'resolved',
  messages: 4 + n,
  survey: null,
  ...part,
})

export const earlierPart = (n: number): TranscriptResponse => {
  const item = pastItem(n)
  const said = (order: number) => ({
    ...entry(uuid(700 + n), order, order, ann, { kind: 'message', text: `Before ${n}.${order}` }),
    id: uuid(10 * n + order + 800),
    at: item.startedAt,
  })
  return { item, entries: [said(1), said(2)] }
}

export const problem = (status: number, code: string) =>
  HttpResponse.json({ type: 'about:blank', title: code, status, code, requestId: 'r1' }, { status })

/** The server's REST as a signed-in agent of the demo meets it; `signedIn` is null for nobody. */
export const restHandlers = (signedIn: MeResponse | null = me) => [
  http.get('/api/v1/me', () => (signedIn === null ? problem(401, 'unauthenticated') : HttpResponse.json(signedIn))),
  http.get('/api/v1/demo/accounts', () =>
    HttpResponse.json([
      { name: 'Ana', roles: ['agent'], email: 'ana@bluesky.example', password: 'demo-ana' },
      { name: 'Raj', roles: ['agent'], email: 'raj@bluesky.example', password: 'demo-raj' },
      { name: 'Omar', roles: ['agent'], email: 'omar@bluesky.example', password: 'demo-omar' },
      { name: 'Mia', roles: ['supervisor'], email: 'mia@bluesky.example', password: 'demo-mia' },
    ]),
  ),
  http.get('/api/v1/history', () =>
    HttpResponse.json<HistoryResponse>({ items: [1, 2, 3, 4].map((n) => pastItem(n)), nextCursor: null }),
  ),
  http.get('/api/v1/interactions/:id/history', () =>
    HttpResponse.json<HistoryResponse>({ items: [pastItem(9), pastItem(18)], nextCursor: null }),
  ),
  http.get('/api/v1/interactions/:id/earlier', () =>
    HttpResponse.json<EarlierResponse>({ parts: [earlierPart(1), earlierPart(2)], nextCursor: null }),
  ),
  http.get('/api/v1/interactions/:id/transcript', ({ params }) => {
    // Every contact its own entries: the digits of its id give them their order.
    const order = Number(String(params['id']).slice(-3)) * 2
    return HttpResponse.json<TranscriptResponse>({
      item: pastItem(1),
      entries: [
        entry(uuid(600), 1, order + 1, ann, { kind: 'message', text: 'My bag is late.' }),
        entry(uuid(601), 1, order + 2, ana, { kind: 'note', text: 'Tag checked.' }),
      ],
    })
  }),
]
