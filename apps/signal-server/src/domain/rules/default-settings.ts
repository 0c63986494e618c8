import { contactChannels } from '@beckon/shared/model/channel'
import type { Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'

export const plainQueue: Queue = {
  key: 'service',
  name: 'Service',
  channels: [...contactChannels],
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
  ownAgentMs: null,
}

/** Where tasks wait for whoever has time. */
const workbin: Queue = { ...plainQueue, key: 'workbin', name: 'Workbin', channels: ['task'], answer: 'pick' }

/** Of a site whose administrator has decided nothing yet: one queue, always open, first come first served, and a workbin. */
export const defaultSettings: RoutingSettings = {
  queues: [plainQueue, workbin],
  hours: [],
  groups: [],
  values: [],
  agreements: [],
  buttons: [],
  interruptibleBy: {},
}
