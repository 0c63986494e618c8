import { permissions } from '@beckon/shared/rules/permissions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

interface Operation {
  summary?: string
  responses: Record<string, unknown>
  requestBody?: { content: { 'application/json': { example?: object } } }
}
type Paths = Record<string, Record<string, Operation>>

let http: HttpServer
let sam: string
let paths: Paths
beforeAll(async () => {
  http = await httpServer()
  sam = await http.signIn('sam@bluesky.example')
  paths = (await http.onPublic({ url: '/openapi.json' })).json().paths
})
afterAll(() => http.close())

/** `/a/{id}` as it is registered: `/a/:id`. */
const registered = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')
const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

it('[RS11] every route of the OpenAPI stands in the permission table or is said to be for anyone', () => {
  const known = new Map(http.server.registeredRoutes.map(({ method, path, access }) => [`${method} ${path}`, access]))
  const described = operations().filter(({ path }) => path.startsWith('/api/v1/'))
  expect(described.length).toBeGreaterThan(40)
  for (const { path, method, operation } of described) {
    const access = known.get(`${method} ${registered(path)}`)
    expect({ path, method, known: access === 'anyone' || (access !== undefined && access in permissions) }).toEqual({
      path,
      method,
      known: true,
    })
    expect(operation.summary).toEqual(expect.any(String))
  }
})

it('[RS11] every route under /api/v1 is described', () => {
  const described = new Set(operations().map(({ path, method }) => `${method} ${registered(path)}`))
  const routes = http.server.registeredRoutes.filter(
    ({ method, path }) => path.startsWith('/api/v1/') && method !== 'HEAD',
  )
  expect(routes.filter(({ method, path }) => !described.has(`${method} ${path}`))).toEqual([])
})

it('[RS11] the example of every body is one that the server takes', async () => {
  const made = operations().filter(
    ({ path, method }) => method === 'POST' && /^\/api\/v1\/(?!auth|site|files|tasks)/.test(path),
  )
  const tried: unknown[] = []
  for (const { path, operation } of made) {
    const example = operation.requestBody?.content['application/json'].example
    expect({ path, example }).toEqual({ path, example: expect.any(Object) })
    const answer = await http.onPublic({ method: 'POST', url: path, payload: example ?? {}, headers: { cookie: sam } })
    tried.push([path, answer.statusCode])
    const where = answer.headers['location']
    const change = paths[`${path}/{id}`]?.['patch']
    if (where === undefined || !change || path === '/api/v1/agents') continue
    const patch = change.requestBody?.content['application/json'].example
    const changed = await http.onPublic({ method: 'PATCH', url: where, payload: patch ?? {}, headers: { cookie: sam } })
    expect([where, changed.statusCode, changed.json()]).toEqual([where, 200, expect.objectContaining(patch ?? {})])
  }
  expect(tried).toEqual(made.map(({ path }) => [path, 201]))
  expect(tried.length).toBeGreaterThanOrEqual(7)
})
