import { connect } from '@beckon/shared/client/connection'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { DeviceKind } from '@beckon/shared/model/context'
import type { ConsoleConnection } from './connection-context.ts'
import { addRefused } from './failed-store.ts'
import { localOutbox } from './local-outbox.ts'
import { sayDevice } from './tell-device.ts'

export const connectConsole = (agentId: string, deviceName: (kind: DeviceKind) => string): ConsoleConnection =>
  connect<AgentView>({
    origin: location.origin,
    endpoint: 'console',
    outbox: localOutbox(agentId, localStorage),
    refused: addRefused,
    page: () => sayDevice(deviceName),
  })
