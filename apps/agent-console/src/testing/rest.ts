import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { restHandlers } from './rest-handlers.ts'

/** Importing this gives a test file a server that answers REST; the others save its second of loading. */
export const rest = setupServer(...restHandlers())

beforeAll(() => rest.listen({ onUnhandledRequest: 'error' }))
afterEach(() => rest.resetHandlers())
afterAll(() => rest.close())
