import * as z from 'zod/mini'
import { ContactChannel } from '../model/channel.ts'
import { ContextBag } from '../model/context.ts'
import { InteractionId } from '../model/ids.ts'
import { defineCommand } from './define-command.ts'

/** A site's key for a subject, queue, disposition or reason: lower case, digits and dashes. */
export const Key = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))

export const contactCommands = {
  /**
   * Customer: ask to be served. Refused with `already-open` when one is open on that channel, and with what is possible
   * instead when it is not admitted.
   */
  'contact:request': defineCommand<{ interactionId: InteractionId }>()(
    'site',
    z.object({
      channel: ContactChannel,
      /** Unknown subjects fall to the site's default, so a stale button still works. */
      subject: z.optional(Key),
      bag: ContextBag,
      /** Codes of the button: what the agent hears first, and the region it stands for. */
      whisper: z.optional(Key),
      region: z.optional(Key),
      /** Public handle of the agent the page names; one that nobody has is as good as none. */
      agent: z.optional(Key),
      /** The interaction this grows out of, when a chat becomes a call; the same agent is preferred. */
      parentId: z.optional(InteractionId),
    }),
  ),
  /** Customer: leave the queue, or end the exchange. */
  'contact:end': defineCommand<null>()('site', z.object({ interactionId: InteractionId })),
  /** Customer: what the page learnt since; replaces the bag. */
  'context:update': defineCommand<null>()('site', z.object({ interactionId: InteractionId, bag: ContextBag })),
}
