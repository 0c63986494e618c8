import type {
  CallId,
  CustomerId,
  DeviceId,
  InteractionId,
  MediaChannelId,
  OfferId,
  TabId,
} from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { InteractionRow } from '../src/domain/rows.ts'
import type { PayloadOf, SiteCommand, SiteCommandName } from '../src/domain/site-command.ts'
import { numberedId } from './sequential-ids.ts'
import type { SiteNode } from './site-node.ts'
import { castSize, type Step } from './site-steps.ts'
import type { SiteWorld } from './site-world.ts'

const bag = { items: [{ key: 'flight', value: 'BS117', source: 'page' as const }], trail: [], locale: 'en' }
const nobodys = numberedId(0xfffff)
const callCommands = {
  join: 'call:join',
  'take-over': 'call:join',
  decline: 'call:decline',
  connected: 'call:connected',
  restart: 'call:restart',
  'hang-up': 'call:hang-up',
} as const

const command = <N extends SiteCommandName>(
  name: N,
  by: Principal | null,
  payload: PayloadOf<N>,
  tabId: TabId | null = null,
): SiteCommand => ({ name, by, tabId, payload }) as unknown as SiteCommand

const chosen = <T>(things: readonly T[], pick: number): T | undefined => things[pick % Math.max(1, things.length)]

type StepOf<D extends Step['do']> = Extract<Step, { do: D }>

/** The command a step means here and now, by what the node knows. */
export function commandFor(world: SiteWorld, node: SiteNode, step: Step): SiteCommand {
  switch (step.do) {
    case 'request':
      return request(world, node, step)
    case 'end-contact':
    case 'update-context': {
      const row = chosen([...node.state.interactions.values()], step.pick)
      const interactionId = row?.id ?? (nobodys as InteractionId)
      const by = world.customerOf(row, step.wrong)
      return step.do === 'end-contact'
        ? command('contact:end', by, { interactionId })
        : command('context:update', by, { interactionId, bag })
    }
    case 'identify':
      return identify(world, step)
    case 'answer':
      return answer(world, node, step)
    case 'pick': {
      const row = chosen(
        [...node.state.interactions.values()].filter((each) => each.queue === 'open' || each.queue === 'bin'),
        step.pick,
      )
      const by = world.staff(step.agent)
      return command('queue:pick', by, { interactionId: row?.id ?? (nobodys as InteractionId) }, world.tabOf(by, 0))
    }
    case 'presence':
      return presence(world, node, step)
    case 'media-channel': {
      const by = world.staff(step.agent)
      const whose = world.agentId(step.wrong ? (step.agent + 1) % castSize.agents : step.agent)
      const mediaChannelId = chosen(node.state.presencesOf(whose), step.pick)?.id ?? (nobodys as MediaChannelId)
      return step.with === 'rename'
        ? command('media-channel:rename', by, { mediaChannelId, nickname: 'Desk' })
        : command('media-channel:remove', by, { mediaChannelId })
    }
    case 'dnd':
      return command('dnd:set', world.staff(step.agent), { on: step.on })
    case 'next':
      return command('presence:next', world.staff(step.agent), step.reason === undefined ? {} : { reason: step.reason })
    case 'device': {
      const by = world.staff(step.agent)
      return command(
        'device:set',
        by,
        { soundReady: step.soundReady, screenUp: step.screenUp },
        world.tabOf(by, step.tab),
      )
    }
    case 'invite': {
      const row = chosen(
        owned(node).filter((each) => each.channel === 'chat'),
        step.pick,
      )
      if (!row) return accept(world, node, step.pick)
      return command('call:invite', world.ownerOf(row.ownerId, step.wrong), { interactionId: row.id })
    }
    case 'call':
      return call(world, node, step)
    case 'finish':
      return finish(world, node, step)
    case 'tab': {
      const by = step.who === 'agent' ? world.staff(step.person) : world.customer(step.person)
      const tabId = world.tabOf(by, step.tab)
      const at = { tabId, nodeId: node.id }
      if (!step.open) return command('tab:close', by, at, tabId)
      if (step.device === undefined) return command('tab:open', by, at, tabId)
      const deviceId = numberedId(0xdd00 + step.device) as DeviceId
      return command('tab:open', by, { ...at, deviceId, nickname: 'Desk' }, tabId)
    }
    case 'task': {
      const { subject, due } = step
      const dueAt = due === undefined ? {} : { dueAt: world.now + due }
      return command('task:create', world.staff(step.agent), { subject, text: 'To be done.', ...dueAt })
    }
    case 'park': {
      const row = chosen(
        owned(node).filter((each) => each.task !== null),
        step.pick,
      )
      if (!row) return accept(world, node, step.pick)
      const at = { interactionId: row.id, fence: row.fence }
      const until = step.until === undefined ? {} : { until: world.now + step.until }
      return command('task:park', world.ownerOf(row.ownerId, step.wrong), { ...at, ...until })
    }
    case 'node-lost':
      return command('node:lost', null, { nodeId: world.node(step.which).id, since: world.now - 4_500 })
    case 'tick':
      return command('clock:tick', null, {})
  }
}

const owned = (node: SiteNode): InteractionRow[] => [...node.state.interactions.values()].filter((row) => row.ownerId)

function presence(world: SiteWorld, node: SiteNode, step: StepOf<'presence'>): SiteCommand {
  const { channel, intent } = step
  const [first] = node.state.presencesOn(world.agentId(step.agent), channel)
  const mediaChannelId = step.one ? first?.id : undefined
  const which = mediaChannelId === undefined ? {} : { mediaChannelId }
  return command('presence:set', world.staff(step.agent), { channel, intent, ...which })
}

function request(world: SiteWorld, node: SiteNode, step: StepOf<'request'>): SiteCommand {
  const by = world.customer(step.customer, step.stale)
  const mine = by.kind === 'customer' ? node.state.interactionsOf(by.customerId) : []
  const parent = step.parent ? mine[0] : undefined
  const { channel, subject, agent } = step
  return command('contact:request', by, {
    channel,
    subject,
    bag,
    ...(agent && { agent }),
    ...(parent ? { parentId: parent.id } : {}),
  })
}

/** Whom the external id belongs to is read before the command is decided, and may have changed by then. */
function identify(world: SiteWorld, step: StepOf<'identify'>): SiteCommand {
  const known = world.store.all('customers').find((row) => row.externalId === step.as)
  return command('customer:identify', world.customer(step.customer), {
    externalId: step.as,
    name: `signed name of ${step.as}`,
    segment: 'gold',
    signedContext: { tier: 'gold' },
    knownAs: (known?.id ?? null) as CustomerId | null,
  })
}

function answer(world: SiteWorld, node: SiteNode, step: StepOf<'answer'>): SiteCommand {
  const among = {
    pending: [...node.state.offers.values()],
    ended: world.store.all('offers').filter((offer) => offer.status !== 'pending'),
    invented: [],
  }
  const offer = chosen(among[step.what], step.pick)
  const by = world.ownerOf(offer?.agentId, step.wrong)
  const offerId = offer?.id ?? (nobodys as OfferId)
  if (step.with === 'decline') return command('offer:decline', by, { offerId, reason: 'busy' })
  if (step.with === 'shown') return command('offer:shown', by, { offerId })
  if (!step.elsewhere || !offer) return command('offer:accept', by, { offerId })
  const channel = offer.channel === 'chat' ? ('voice' as const) : ('chat' as const)
  return command('offer:accept', by, { offerId, channel, tabId: world.tabOf(by, step.pick % castSize.tabs) })
}

/** What is done where there is nothing yet to do: work comes of accepting. */
const accept = (world: SiteWorld, node: SiteNode, pick: number): SiteCommand =>
  answer(world, node, { do: 'answer', with: 'accept', pick, what: 'pending', elsewhere: false, wrong: false })

function call(world: SiteWorld, node: SiteNode, step: StepOf<'call'>): SiteCommand {
  const live = chosen([...node.state.calls.values()], step.pick)
  if (!live && !step.wrong) return accept(world, node, step.pick)
  const row = live && node.state.interactions.get(live.interactionId)
  const by = step.side === 'agent' ? world.ownerOf(row?.ownerId, step.wrong) : world.customerOf(row, step.wrong)
  const payload = {
    callId: live?.id ?? (nobodys as CallId),
    epoch: (live?.epoch ?? 1) + step.epoch,
    ...(step.with === 'take-over' ? { takeOver: true } : {}),
  }
  return command(callCommands[step.with], by, payload, world.tabOf(by, step.tab % castSize.tabs))
}

function finish(world: SiteWorld, node: SiteNode, step: StepOf<'finish'>): SiteCommand {
  const status = step.with === 'end' ? 'assigned' : 'wrap-up'
  const row =
    chosen(
      owned(node).filter((each) => each.status === status),
      step.pick,
    ) ?? chosen(owned(node), step.pick)
  if (!row && !step.wrong) return accept(world, node, step.pick)
  const by = world.ownerOf(row?.ownerId, step.wrong)
  const at = { interactionId: row?.id ?? (nobodys as InteractionId), fence: (row?.fence ?? 1) + step.fence }
  if (step.with === 'complete') return command('wrap-up:complete', by, { ...at, disposition: 'solved' })
  return command(step.with === 'end' ? 'interaction:end' : 'wrap-up:extend', by, at)
}
