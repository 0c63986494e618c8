import type { Channel } from '@beckon/shared/model/channel'

/** Takes the place of the domain's waits in a chaos node, so that every deadline is met within a storm. */
export const waits = {
  offer: { chat: 2_500, voice: 2_000 } satisfies Record<Channel, number>,
  offerShown: 1_000,
  askAgain: 1_500,
  wrapUp: { chat: 2_500, voice: 2_500 } satisfies Record<Channel, number>,
  wrapUpExtension: 1_000,
  wrapUpMost: 5_000,
  lostAgentOffer: 1_000,
  lostAgent: { chat: 4_000, voice: 2_500 } satisfies Record<Channel, number>,
  placeKept: { chat: 12_000, voice: 5_000 } satisfies Record<Channel, number>,
  lostCustomer: { chat: 12_000, voice: 5_000 } satisfies Record<Channel, number>,
  invitation: 3_000,
  dataSession: 86_400_000,
} as const
