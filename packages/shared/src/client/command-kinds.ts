import type { CommandName } from '../protocol/commands.ts'
import type { CommandKind } from '../protocol/define-command.ts'

/**
 * The kind of each command, restated without the schemas so that a page need not load them to send; a test holds it
 * to the protocol's table.
 */
export const commandKinds: Record<CommandName, CommandKind> = {
  'contact:request': 'site',
  'contact:end': 'site',
  'context:update': 'site',
  'offer:shown': 'site',
  'offer:accept': 'site',
  'offer:decline': 'site',
  'presence:set': 'site',
  'presence:next': 'site',
  'dnd:set': 'site',
  'device:set': 'site',
  'message:send': 'log',
  'note:add': 'log',
  'stream:mark-read': 'log',
  'typing:start': 'hint',
  'file:send': 'log',
  'page:push': 'log',
  'page:answer': 'log',
  'call:invite': 'site',
  'call:join': 'site',
  'call:decline': 'site',
  'call:connected': 'site',
  'call:restart': 'site',
  'call:hang-up': 'site',
  'call:signal': 'log',
  'call:ice-servers': 'read',
  'interaction:end': 'site',
  'wrap-up:complete': 'site',
  'wrap-up:extend': 'site',
  'stream:sync': 'read',
}
