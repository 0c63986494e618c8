import { type Action, can } from '@beckon/shared/rules/permissions'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { SignedInProgram } from '../auth/api-key.ts'
import type { SignedInCustomer, SignedInStaff } from '../auth/authenticate.ts'
import type { HostName } from './host-allows.ts'
import { HttpProblem } from './http-problem.ts'

/** A person of the staff, or a program with a key. */
export type Asker = SignedInStaff | SignedInProgram

/** `anyone`: no sign-in. Otherwise the act of the permission table that the route performs. */
export type Access = 'anyone' | Action

export interface RegisteredRoute {
  method: string
  path: string
  host: HostName | 'both'
  access: Access
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Set on every route of the console API that is not for anyone. */
    asker: Asker | null
    /** The same for the visitor API. */
    customer: SignedInCustomer | null
  }
  interface FastifyInstance {
    /** What this server answers to, as registered. */
    registeredRoutes: RegisteredRoute[]
  }
}

/** Writes down every route; one that does not say who may use it keeps the server from starting. */
export function recordRoutes(server: FastifyInstance): void {
  const seen: RouteOptions[] = []
  server.decorate('registeredRoutes', [])
  server.decorateRequest('asker', null)
  server.decorateRequest('customer', null)
  server.addHook('onRoute', (route) => {
    seen.push(route)
  })
  server.addHook('onReady', async () => {
    for (const route of seen) server.registeredRoutes.push(...describe(route))
  })
}

function describe(route: RouteOptions): RegisteredRoute[] {
  const { access, host } = (route.config ?? {}) as { access?: Access; host?: HostName }
  if (access === undefined) throw new Error(`the route ${String(route.method)} ${route.url} names no access`)
  const methods = Array.isArray(route.method) ? route.method : [route.method]
  return methods.map((method) => ({ method, path: route.url, host: host ?? 'both', access }))
}

/** Routes registered in `scope` belong to one of our names and do not exist under the other. */
export function onlyUnder(
  scope: FastifyInstance,
  host: HostName,
  hostOf: (request: FastifyRequest) => HostName | undefined,
): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, host } as NonNullable<RouteOptions['config']>
  })
  scope.addHook('onRequest', async (request) => {
    if (hostOf(request) !== host) throw new HttpProblem('not-found')
  })
}

/** Everything registered in `scope` from here on is for anyone: files, and routes of plugins. */
export function openToAnyone(scope: FastifyInstance): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'anyone' }
  })
}

/** The one question, for a route's own act. */
export function mayAtAll(person: Asker | SignedInCustomer | undefined, access: Access): void {
  if (access === 'anyone') return
  if (!person) throw new HttpProblem('unauthenticated')
  if (!can(person.principal, access)) throw new HttpProblem('forbidden')
}

export function accessOf(request: FastifyRequest): Access {
  const { access } = request.routeOptions.config
  if (access === undefined) throw new HttpProblem('forbidden')
  return access
}

export function askerOf(request: FastifyRequest): Asker {
  if (!request.asker) throw new HttpProblem('unauthenticated')
  return request.asker
}

/** Where only a person will do. */
export function staffOf(request: FastifyRequest): SignedInStaff {
  const asker = askerOf(request)
  if (!('sessionId' in asker)) throw new HttpProblem('forbidden')
  return asker
}

export function customerOf(request: FastifyRequest): SignedInCustomer {
  if (!request.customer) throw new HttpProblem('unauthenticated')
  return request.customer
}
