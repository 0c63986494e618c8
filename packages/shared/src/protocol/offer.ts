import * as z from 'zod/mini'
import { type InteractionId, OfferId } from '../model/ids.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

export const offerCommands = {
  /** Agent: the card is on a screen. An offer not shown within 2 s counts as undelivered, not missed. */
  'offer:shown': defineCommand<null>()('site', z.object({ offerId: OfferId })),
  /** Agent: `expired` once the deadline passed or the offer ended otherwise. */
  'offer:accept': defineCommand<{ interactionId: InteractionId; fence: number }>()(
    'site',
    z.object({ offerId: OfferId }),
  ),
  'offer:decline': defineCommand<null>()('site', z.object({ offerId: OfferId, reason: Key })),
}
