import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { onTestFinished } from 'vitest'
import { i18n } from '../app/i18n.ts'
import { makeQueryClient } from '../app/query-client.ts'
import { ActionKeys } from '../components/actions/action-keys.tsx'
import { ConnectionProvider } from '../realtime/connection-context.ts'
import { feedStores } from '../realtime/feed-stores.ts'
import { type FakeConnection, fakeConnection } from './fake-connection.ts'
import { start } from './sample.ts'

/** Draws a part of the desk on a fake line whose clock stands at `start` unless given. */
export function renderDesk(part: ReactNode, now: () => number = () => start): { connection: FakeConnection } {
  const connection = fakeConnection(now)
  const stop = feedStores(connection)
  onTestFinished(stop)
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={makeQueryClient()}>
        <ConnectionProvider value={connection}>
          <ActionKeys />
          {part}
        </ConnectionProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return { connection }
}
