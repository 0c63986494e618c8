import type { Connection } from '@beckon/shared/client/connection'
import type { AgentView } from '@beckon/shared/model/agent-view'
import { createContext, useContext } from 'react'

export type ConsoleConnection = Connection<AgentView>

const ConnectionContext = createContext<ConsoleConnection | undefined>(undefined)
export const ConnectionProvider = ConnectionContext.Provider

export function useConnection(): ConsoleConnection {
  const connection = useContext(ConnectionContext)
  if (connection === undefined) throw new Error('useConnection outside ConnectionProvider')
  return connection
}
