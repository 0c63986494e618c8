import { channels } from '@beckon/shared/model/channel'
import type { Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'

export const plainQueue: Queue = {
  key: 'service',
  name: 'Service',
  channels: [...channels],
  skills: {},
  steps: [],
  answer: 'preview',
  offerMs: {},
  overflow: null,
  limit: null,
  hours: null,
  segments: [],
  regions: [],
  byLanguage: false,
  byRegion: false,
  lastAgentMs: null,
}

/** Of a site whose administrator has decided nothing yet: one queue, always open, first come first served. */
export const defaultSettings: RoutingSettings = {
  queues: [plainQueue],
  hours: [],
  groups: [],
  values: [],
  agreements: [],
  buttons: [],
  interruptibleBy: {},
}
