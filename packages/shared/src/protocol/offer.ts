import * as z from 'zod/mini'
import { ContactChannel } from '../model/channel.ts'
import { type InteractionId, OfferId, TabId } from '../model/ids.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

export const offerCommands = {
  /** Agent: the card is on a screen. An offer not shown within 2 s counts as undelivered, not missed. */
  'offer:shown': defineCommand<null>()('site', z.object({ offerId: OfferId })),
  /**
   * Agent: `expired` once the deadline passed or the offer ended otherwise. `call`: the invitation to talk that went out
   * with a chat answered by voice.
   */
  'offer:accept': defineCommand<{ interactionId: InteractionId; fence: number; call?: InteractionId }>()(
    'site',
    z.object({
      offerId: OfferId,
      /** Another page of the agent takes the call; absent: the one that says so. */
      tabId: z.optional(TabId),
      /** Another of their channels: a call is answered in writing, the customer of a chat is asked to talk as well. */
      channel: z.optional(ContactChannel),
    }),
  ),
  'offer:decline': defineCommand<null>()('site', z.object({ offerId: OfferId, reason: Key })),
}
