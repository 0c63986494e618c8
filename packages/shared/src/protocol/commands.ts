import type * as z from 'zod/mini'
import type { CommandId } from '../model/ids.ts'
import { callCommands } from './call.ts'
import { chatCommands } from './chat.ts'
import { contactCommands } from './contact.ts'
import type { CommandSpec } from './define-command.ts'
import { fileCommands } from './file.ts'
import { offerCommands } from './offer.ts'
import { pageCommands } from './page.ts'
import { presenceCommands } from './presence.ts'
import { queueCommands } from './queue.ts'
import type { Reply } from './reply.ts'
import { streamCommands } from './stream.ts'
import { taskCommands } from './task.ts'
import { wrapUpCommands } from './wrap-up.ts'

/** Every command there is. Wire form: `socket.emit(name, { id, payload }, ack)`; the acknowledgement is a `Reply`. */
export const commands = {
  ...contactCommands,
  ...offerCommands,
  ...queueCommands,
  ...presenceCommands,
  ...chatCommands,
  ...fileCommands,
  ...pageCommands,
  ...callCommands,
  ...wrapUpCommands,
  ...taskCommands,
  ...streamCommands,
}
export type Commands = typeof commands
export type CommandName = keyof Commands
export type Payload<N extends CommandName> = z.infer<Commands[N]['payload']>
export type Value<N extends CommandName> = Commands[N] extends CommandSpec<z.ZodMiniType, infer V> ? V : never

export interface CommandFrame<N extends CommandName = CommandName> {
  id: CommandId
  payload: Payload<N>
}

type Handlers = {
  [N in CommandName]: (frame: CommandFrame<N>, ack: (reply: Reply<Value<N>>) => void) => void
}
/** For typing sockets: what a client may emit. */
export interface ClientToServer extends Handlers {}
