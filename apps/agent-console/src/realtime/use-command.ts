import type { CommandName, Payload, Value } from '@beckon/shared/protocol/commands'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useToasts } from '../components/toast-store.ts'
import { useConnection } from './connection-context.ts'

export type SendCommand = <N extends CommandName>(name: N, payload: Payload<N>) => Promise<Value<N> | undefined>

/** Sends a command; a refusal becomes a readable toast and `undefined`. */
export function useCommand(): SendCommand {
  const connection = useConnection()
  const { t } = useTranslation()
  const show = useToasts((s) => s.show)
  return useCallback<SendCommand>(
    async (name, payload) => {
      const reply = await connection.send(name, payload)
      if (reply.ok) return reply.value
      show(t(`error.${reply.error.code}`, { by: reply.error.by ?? '' }))
      return undefined
    },
    [connection, show, t],
  )
}
