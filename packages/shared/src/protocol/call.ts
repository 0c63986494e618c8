import * as z from 'zod/mini'
import { SignalData } from '../model/entry.ts'
import { CallId, InteractionId, StreamId } from '../model/ids.ts'
import type { Appended } from './chat.ts'
import { defineCommand } from './define-command.ts'

const epoch = z.int().check(z.positive())

export const callCommands = {
  /** Owner of a chat: ask the customer to talk. Makes a voice interaction with the chat as parent. */
  'call:invite': defineCommand<{ interactionId: InteractionId; callId: CallId }>()(
    'site',
    z.object({ interactionId: InteractionId }),
  ),
  /**
   * Either side: this tab holds the sound from now on. `call-elsewhere` when a live tab of the same
   * person holds it and `takeOver` is not set. The reply's `epoch` is the one to make a peer for.
   */
  'call:join': defineCommand<{ epoch: number }>()(
    'site',
    z.object({ callId: CallId, takeOver: z.optional(z.boolean()) }),
  ),
  /** Customer: not now. */
  'call:decline': defineCommand<null>()('site', z.object({ callId: CallId })),
  /** Either tab: sound flows. */
  'call:connected': defineCommand<null>()('site', z.object({ callId: CallId, epoch })),
  /** Either tab: the peer of `epoch` failed; both make a new one at `epoch + 1`. A stale epoch changes nothing. */
  'call:restart': defineCommand<{ epoch: number }>()('site', z.object({ callId: CallId, epoch })),
  'call:hang-up': defineCommand<null>()('site', z.object({ callId: CallId })),
  /** Either tab: WebRTC signals for the other side, a JSON list in their order, written to the call's stream. */
  'call:signal': defineCommand<Appended>()('log', z.object({ streamId: StreamId, epoch, data: SignalData })),
}
