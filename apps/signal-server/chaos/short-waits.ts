import type { Channel, ContactChannel } from '@beckon/shared/model/channel'

/** Takes the place of the domain's waits in a chaos node, so that every deadline is met within a storm. */
export const waits = {
  offer: { chat: 2_500, voice: 2_000, task: 5_000 } satisfies Record<Channel, number>,
  offerShown: 1_000,
  askAgain: 1_500,
  askAgainUndelivered: 500,
  // Longer than a storm: who is silent is a matter of minutes, and its deadlines have tests of their own.
  idle: { freeMs: 600_000, warnMs: 1_200_000, closeMs: 1_800_000 },
  wrapUp: { chat: 2_500, voice: 2_500, task: 2_500 } satisfies Record<Channel, number>,
  wrapUpExtension: 1_000,
  wrapUpMost: 5_000,
  lostAgentOffer: 1_000,
  lostAgent: { chat: 4_000, voice: 2_500, task: 8_000 } satisfies Record<Channel, number>,
  // Heartbeats are the product's own.
  lossNoticed: 10_000,
  placeKept: { chat: 12_000, voice: 5_000 } satisfies Record<ContactChannel, number>,
  lostCustomer: { chat: 12_000, voice: 5_000 } satisfies Record<ContactChannel, number>,
  invitation: 3_000,
  dataSession: 86_400_000,
} as const
