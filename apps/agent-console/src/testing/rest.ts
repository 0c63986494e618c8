import { setupServer } from 'msw/node'
import { restHandlers } from './rest-handlers.ts'

export const rest = setupServer(...restHandlers())
