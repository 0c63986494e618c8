import type { Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'

const queue = (key: string, name: string, own: Partial<Queue> = {}): Queue => ({
  key,
  name,
  channels: ['chat', 'voice'],
  skills: {},
  steps: [],
  answer: 'preview',
  offerMs: {},
  overflow: null,
  limit: 50,
  hours: 'round-the-clock',
  segments: [],
  regions: [],
  byLanguage: false,
  byRegion: false,
  ownAgentMs: 0,
  ...own,
})

/** Blue Sky never closes: the demo can be tried at any hour. Who has waited for two minutes is for anybody. */
export const blueSkyRouting: RoutingSettings = {
  queues: [
    queue('service', 'Customer service', {
      steps: [{ afterMs: 120_000, dropSkills: ['booking', 'baggage', 'lounge'] }],
    }),
    queue('disputes', 'Card disputes'),
    queue('workbin', 'Workbin', { channels: ['task'], answer: 'pick', limit: null }),
  ],
  hours: [
    {
      key: 'round-the-clock',
      zone: 'Europe/Oslo',
      week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
      holidays: [],
    },
  ],
  groups: [
    { key: 'europe', name: 'Europe', latitude: 59.91, longitude: 10.75 },
    { key: 'asia', name: 'Asia', latitude: 35.68, longitude: 139.69 },
  ],
  values: [
    { when: { segment: 'gold' }, value: 10 },
    { when: { subject: 'card-dispute' }, value: 5 },
  ],
  agreements: [{ fromValue: 10, withinMs: 60_000, raise: 30 }],
  buttons: [
    {
      when: { subject: 'card-dispute' },
      queue: 'disputes',
      skills: {},
      greeting: 'Please have your card statement at hand.',
      announcements: [],
      legs: 'both',
    },
  ],
  interruptibleBy: {},
  tellsAgent: ['owner', 'named', 'last-agent'],
}
