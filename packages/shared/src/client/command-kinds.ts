import type { CommandName } from '../protocol/commands.ts'
import type { CommandKind } from '../protocol/define-command.ts'

/** Restated without the schemas so that a page need not load them to send; a test holds it to the protocol's table. */
const otherKinds: Partial<Record<CommandName, CommandKind>> = {
  'message:send': 'log',
  'note:add': 'log',
  'stream:mark-read': 'log',
  'typing:start': 'hint',
  'file:send': 'log',
  'page:push': 'log',
  'page:answer': 'log',
  'call:signal': 'log',
  'stream:sync': 'read',
}

/** Most commands are the site's; one of an unknown name is taken for one of those, too. */
export const kindOf = (name: CommandName): CommandKind => otherKinds[name] ?? 'site'
