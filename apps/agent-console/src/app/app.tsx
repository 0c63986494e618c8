import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { meQuery } from '../features/sign-in/use-me.ts'
import { Toaster } from '../components/toaster.tsx'
import { connectConsole } from '../realtime/connect-console.ts'
import type { ConsoleConnection } from '../realtime/connection-context.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { i18n } from './i18n.ts'
import { makeQueryClient } from './query-client.ts'
import { SessionGate } from './session-gate.tsx'

interface AppProps {
  /** Replaced where no server is. */
  connect?: (agentId: string) => ConsoleConnection
}

function Toasts() {
  const { t } = useTranslation()
  return <Toaster closeLabel={t('app.dismiss')} />
}

const connectHere = (agentId: string): ConsoleConnection =>
  connectConsole(agentId, (kind) => i18n.t(`device.kind.${kind}`))

export function App({ connect = connectHere }: AppProps) {
  const [client] = useState(() => {
    const made = makeQueryClient()
    // Asked before anything is drawn.
    void made.prefetchQuery(meQuery)
    return made
  })
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <ErrorBoundary>
          <SessionGate connect={connect} />
        </ErrorBoundary>
        <Toasts />
      </QueryClientProvider>
    </I18nextProvider>
  )
}
