import type { MeResponse } from '@beckon/shared/protocol/http'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { SignInForm } from '../features/sign-in/sign-in-form.tsx'
import { meKey, useMe } from '../features/sign-in/use-me.ts'
import { forgetLocally } from '../features/sign-in/use-sign-out.ts'
import { type ConsoleConnection, ConnectionProvider } from '../realtime/connection-context.ts'
import { feedStores } from '../realtime/feed-stores.ts'
import { useLink } from '../realtime/link-store.ts'
import { useLiveSite } from '../realtime/site-store.ts'
import { ConsoleShell } from './console-shell.tsx'
import { NoDesk } from './no-desk.tsx'

interface SessionGateProps {
  connect: (agentId: string) => ConsoleConnection
}

/** Who can be reached, by customers or by colleagues, has a desk; others have none yet. */
const hasDesk = ({ agent }: MeResponse) => agent.roles.some((role) => role !== 'admin')

/** One connection for as long as one person is signed in. */
function useLiveConnection(
  me: MeResponse | undefined,
  connect: SessionGateProps['connect'],
): ConsoleConnection | undefined {
  const [connection, setConnection] = useState<ConsoleConnection>()
  const agentId = me !== undefined && hasDesk(me) ? me.agent.id : undefined
  useEffect(() => {
    if (agentId === undefined) return
    const opened = connect(agentId)
    const stop = feedStores(opened)
    setConnection(opened)
    return () => {
      stop()
      opened.close()
      setConnection(undefined)
    }
  }, [agentId, connect])
  return connection
}

/** What was unsent or half written speaks of contacts that are no more. */
function startAfresh(): void {
  forgetLocally(localStorage)
  location.reload()
}

/** What administrators set while the page is open is asked for again; a site that was made anew begins anew. */
function useSettingsNews(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      useLiveSite.subscribe(({ site }, { site: before }) => {
        if (!site || !before) return
        if (site.madeAt !== before.madeAt) startAfresh()
        else if (site.configuredAt !== before.configuredAt) void client.invalidateQueries({ queryKey: meKey })
      }),
    [client],
  )
}

function ServerSilent({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <main role="alert" className="grid h-full place-content-center gap-3 p-6 text-center">
      <p>{t('signIn.offline')}</p>
      <Button look="primary" onClick={onRetry}>
        {t('app.tryAgain')}
      </Button>
    </main>
  )
}

export function SessionGate({ connect }: SessionGateProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: me, isPending, isError, refetch } = useMe()
  const connection = useLiveConnection(me ?? undefined, connect)
  const status = useLink((s) => s.status)
  const [ended, setEnded] = useState(false)
  useSettingsNews()
  useEffect(() => {
    if (status !== 'ended') return
    setEnded(true)
    client.setQueryData(meKey, null)
  }, [status, client])
  useEffect(() => {
    if (me) setEnded(false)
  }, [me])
  if (isPending) return <Loading text={t('app.loading')} />
  if (isError) return <ServerSilent onRetry={() => void refetch()} />
  if (me === null) return <SignInForm ended={ended} />
  if (!hasDesk(me)) return <NoDesk me={me} />
  if (connection === undefined) return <Loading text={t('app.loading')} />
  return (
    <ConnectionProvider value={connection}>
      <ConsoleShell me={me} />
    </ConnectionProvider>
  )
}

function Loading({ text }: { text: string }) {
  return (
    <main className="grid h-full place-items-center text-muted" aria-busy="true">
      <p>{text}</p>
    </main>
  )
}
