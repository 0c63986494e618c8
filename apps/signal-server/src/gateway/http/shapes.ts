import type { Role } from '@beckon/shared/model/agent-view'
import { Channel } from '@beckon/shared/model/channel'
import { Entry } from '@beckon/shared/model/entry'
import {
  type CrowdResponse,
  type GuideResponse,
  guideSteps,
  type Simulated,
  simulatedKinds,
  simulatedStates,
} from '@beckon/shared/protocol/demo'
import type { FilePartReply, FilePolicy } from '@beckon/shared/protocol/file'
import type {
  EarlierResponse,
  HandoverResponse,
  HelloResponse,
  HistoryItem,
  HistoryResponse,
  IdentifyResponse,
  MeResponse,
  StatusResponse,
  TranscriptResponse,
} from '@beckon/shared/protocol/http'
import { fileKinds } from '@beckon/shared/rules/file-types'
import * as z from 'zod/mini'

/** What answers look like; anything else in a value never leaves. The types are the contract's. */
type Shape<T> = z.ZodMiniType<T>

const Named = z.object({ key: z.string(), name: z.string() })
const FilePolicyShape: Shape<FilePolicy> = z.object({ kinds: z.array(z.enum(fileKinds)), maxBytes: z.int() })
const Availability = z.enum(['free', 'queue', 'closed'])
const Customer = z.object({ name: z.string(), identified: z.boolean() })
const Role = z.enum(['agent', 'expert', 'supervisor', 'admin'] satisfies Role[])

export const StatusShape: Shape<StatusResponse> = z.object({
  channels: z.object({ chat: z.exactOptional(Availability), voice: z.exactOptional(Availability) }),
  opensAt: z.exactOptional(z.int()),
  agent: z.exactOptional(z.string()),
  agentsAvailable: z.int(),
  waiting: z.int(),
  title: z.string(),
  word: z.string(),
})

export const HelloShape: Shape<HelloResponse> = z.object({
  customer: Customer,
  cookieSeen: z.boolean(),
  token: z.exactOptional(z.string()),
})

export const FilePartShape: Shape<FilePartReply> = z.object({ received: z.int(), name: z.string(), type: z.string() })

export const IdentifyShape: Shape<IdentifyResponse> = z.object({ customer: Customer })
export const HandoverShape: Shape<HandoverResponse> = z.object({ code: z.string() })

const HistoryItemShape: Shape<HistoryItem> = z.object({
  interactionId: z.string(),
  reference: z.string(),
  channel: Channel,
  subject: z.string(),
  startedAt: z.int(),
  endedAt: z.nullable(z.int()),
  lengthMs: z.nullable(z.int()),
  agentName: z.nullable(z.string()),
  cause: z.nullable(z.string()),
  disposition: z.exactOptional(z.nullable(z.string())),
  messages: z.int(),
  survey: z.nullable(z.object({ score: z.int(), text: z.string() })),
})
export const HistoryShape: Shape<HistoryResponse> = z.object({
  items: z.array(HistoryItemShape),
  nextCursor: z.nullable(z.string()),
  filters: z.exactOptional(
    z.object({ subjects: z.array(Named), agents: z.array(z.string()), channels: z.array(Channel) }),
  ),
})
export const TranscriptShape: Shape<TranscriptResponse> = z.object({
  item: HistoryItemShape,
  entries: z.array(Entry),
})
export const EarlierShape: Shape<EarlierResponse> = z.object({
  parts: z.array(TranscriptShape),
  nextCursor: z.nullable(z.string()),
})

export const MeShape: Shape<MeResponse> = z.object({
  agent: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) }),
  site: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  subjects: z.array(Named),
  dispositions: z.array(Named),
  declineReasons: z.array(Named),
  presenceReasons: z.array(Named),
  cannedReplies: z.array(z.object({ key: z.string(), text: z.string() })),
  pages: z.array(z.object({ title: z.string(), url: z.string() })),
  pageOrigins: z.array(z.string()),
  files: FilePolicyShape,
})

export const DemoAccountsShape = z.array(
  z.object({ name: z.string(), roles: z.array(Role), email: z.string(), password: z.string() }),
)

export const GuideShape: Shape<GuideResponse> = z.object({
  ticked: z.array(z.enum(guideSteps)),
  now: z.number(),
  madeAt: z.int(),
})

export const SimulatedShape: Shape<Simulated> = z.object({
  id: z.string(),
  kind: z.enum(simulatedKinds),
  name: z.string(),
  subject: z.nullable(z.string()),
  state: z.enum(simulatedStates),
})
export const CrowdShape: Shape<CrowdResponse> = z.object({ people: z.array(SimulatedShape), most: z.int() })
