import type { Reply } from '@beckon/shared/protocol/reply'
import { connectCall, declineCall, hangUp, joinCall, restartCall } from './call/commands.ts'
import { inviteToCall } from './call/invite.ts'
import { resumeChat } from './idle/resume.ts'
import { endContact } from './contact/end.ts'
import { requestContact } from './contact/request.ts'
import { updateContext } from './contact/update-context.ts'
import type { Draft } from './draft.ts'
import { identifyCustomer } from './identity/identify.ts'
import { tick } from './liveness/deadlines.ts'
import { closeTab, loseNode, openTab } from './liveness/tabs.ts'
import { acceptOffer, declineOffer, showOffer } from './offer/answer.ts'
import { changeAgent } from './people/change-agent.ts'
import { setDevice } from './presence/device.ts'
import { setDoNotDisturb } from './presence/do-not-disturb.ts'
import { planNext } from './presence/next.ts'
import { removeMediaChannel, renameMediaChannel } from './presence/media-channel.ts'
import { setPresence } from './presence/set.ts'
import { pickContact } from './queue/pick.ts'
import { changeRouting } from './rules/change-routing.ts'
import type { Decide, SiteCommand, SiteCommandName, ValueOf } from './site-command.ts'
import { createTask, importTask } from './task/create.ts'
import { parkTask } from './task/park.ts'
import { completeWrapUp, endInteraction, extendWrapUp } from './wrap-up/commands.ts'

/** Every command that changes routing state, and who decides it. */
const deciders: { [N in SiteCommandName]: Decide<N> } = {
  'contact:request': requestContact,
  'contact:end': endContact,
  'context:update': updateContext,
  'customer:identify': identifyCustomer,
  'agent:change': changeAgent,
  'offer:shown': showOffer,
  'offer:accept': acceptOffer,
  'offer:decline': declineOffer,
  'queue:pick': pickContact,
  'presence:set': setPresence,
  'presence:next': planNext,
  'dnd:set': setDoNotDisturb,
  'device:set': setDevice,
  'media-channel:rename': renameMediaChannel,
  'media-channel:remove': removeMediaChannel,
  'call:invite': inviteToCall,
  'call:join': joinCall,
  'call:decline': declineCall,
  'call:connected': connectCall,
  'call:restart': restartCall,
  'call:hang-up': hangUp,
  'routing:change': changeRouting,
  'interaction:end': endInteraction,
  'wrap-up:complete': completeWrapUp,
  'wrap-up:extend': extendWrapUp,
  'task:create': createTask,
  'task:park': parkTask,
  'task:import': importTask,
  'tab:open': openTab,
  'tab:close': closeTab,
  'node:lost': loseNode,
  'chat:resume': resumeChat,
  'clock:tick': tick,
}

/**
 * One command against one site: what it changes goes into the draft, the answer comes back. A refused command
 * leaves the draft as it was. The caller routes once when all commands of a batch are decided.
 */
export function decide<N extends SiteCommandName>(draft: Draft, command: SiteCommand<N>): Reply<ValueOf<N>> {
  const undo = draft.mark()
  const reply = deciders[command.name](draft, command.payload, command)
  if (!reply.ok) undo()
  return reply
}
