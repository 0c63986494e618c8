import type { Channel, ContactChannel } from '@beckon/shared/model/channel'

/** Waits of the domain, in milliseconds (DESIGN: Defaults; Truth, order and delivery 9). */
export const waits = {
  /** How long an offer rings. */
  offer: { chat: 30_000, voice: 20_000, task: 300_000 } satisfies Record<Channel, number>,
  /** An offer no screen has confirmed by then is undelivered, not missed. */
  offerShown: 2_000,
  /** Who let an offer pass by is asked again after this, when there is nobody else. */
  askAgain: 30_000,
  /** The same where no screen had shown it: they missed nothing, and their page may be back. */
  askAgainUndelivered: 5_000,
  /** A chat whose customer is silent: its slot is free, it is warned of, it ends. */
  idle: { freeMs: 600_000, warnMs: 1_200_000, closeMs: 1_800_000 },
  wrapUp: { chat: 60_000, voice: 90_000, task: 60_000 } satisfies Record<Channel, number>,
  wrapUpExtension: 60_000,
  wrapUpMost: 300_000,
  /** From the loss of an agent's last tab. */
  lostAgentOffer: 5_000,
  lostAgent: { chat: 60_000, voice: 30_000, task: 1_800_000 } satisfies Record<Channel, number>,
  /** So long after a page has gone its loss is noticed at the latest (the console's heartbeat, 5 s + 5 s). */
  lossNoticed: 10_000,
  /** From the loss of a customer's last tab, while waiting: the place is kept this long. */
  placeKept: { chat: 600_000, voice: 60_000 } satisfies Record<ContactChannel, number>,
  /** The same while being served. */
  lostCustomer: { chat: 1_800_000, voice: 60_000 } satisfies Record<ContactChannel, number>,
  /** How long an agent's invitation to talk stands. */
  invitation: 60_000,
  /** How long the page's session with us lasts after the contact began. */
  dataSession: 86_400_000,
} as const
