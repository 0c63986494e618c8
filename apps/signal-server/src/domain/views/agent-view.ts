import type {
  AgentView,
  AlongsideView,
  CustomerCard,
  MediaChannelView,
  OfferView,
  PageView,
  TaskView,
  WorkView,
} from '@beckon/shared/model/agent-view'
import { mediaKinds } from '@beckon/shared/model/channel'
import type { AgentId, DialogueId } from '@beckon/shared/model/ids'
import type { ChannelPresence, OverallPresence } from '@beckon/shared/model/presence'
import { mediaChannelsOf } from '@beckon/shared/rules/media-channels'
import { overallPresence } from '@beckon/shared/rules/overall-presence'
import { answerableOn } from '../offer/answer-elsewhere.ts'
import { priorityOf } from '../queue/rank.ts'
import { capacityOf, hasSound, isLive, pagesOf, used } from '../routing/load.ts'
import type { AgentRow, InteractionRow, OfferRow, PresenceRow } from '../rows.ts'
import { byName } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { wrapUpLatest } from '../wrap-up/commands.ts'
import { callView } from './call-view.ts'
import { contactContext, customerCard } from './contact-context.ts'
import { missedOffer } from './missed-offer.ts'
import { queueAlerts } from './queue-alerts.ts'
import { visibleQueue, workbin } from './visible-queue.ts'

/** Everything one agent sees of the live site; undefined for one who is not of the site. */
export function agentView(state: SiteState, agentId: AgentId, now: number): AgentView | undefined {
  const agent = state.agents.get(agentId)
  if (!agent) return undefined
  const live = isLive(state, agent)
  const channels = channelsOf(state, agent)
  return {
    version: state.version,
    now,
    site: state.site,
    agent: { id: agent.id, name: agent.name, roles: agent.roles },
    overall: overallOf(agent, live, channels),
    dndSince: agent.dndSince,
    nextReason: agent.nextReason,
    channels,
    pages: pageViews(state, agentId),
    offers: state
      .offersTo(agentId)
      .flatMap((offer) => offerView(state, offer, now))
      .sort((a, b) => a.madeAt - b.madeAt || byName(a.id, b.id)),
    visible: visibleQueue(state, agent),
    workbin: workbin(state, agent),
    alerts: agent.roles.includes('supervisor') ? queueAlerts(state, now) : [],
    work: state
      .ownedBy(agentId)
      .flatMap((row) => workView(state, row))
      .sort((a, b) => a.answeredAt - b.answeredAt || byName(a.id, b.id)),
  }
}

/** Each media channel of an agent, always in the same order. */
export function channelsOf(state: SiteState, agent: AgentRow): MediaChannelView[] {
  const theirs = mediaChannelsOf(agent)
  return state
    .presencesOf(agent.id)
    .filter(({ channel }) => theirs.includes(channel))
    .map((presence) => mediaChannel(state, agent, presence))
    .sort(viewOrder)
}

const viewOrder = (a: MediaChannelView, b: MediaChannelView): number =>
  mediaKinds.indexOf(a.channel) - mediaKinds.indexOf(b.channel) ||
  byName(a.nickname ?? '', b.nickname ?? '') ||
  byName(a.id, b.id)

/**
 * By the channels that are connected. One whose device is not ready takes nothing, and neither does any once something
 * is planned: its work is the last.
 */
export function overallOf(agent: AgentRow, live: boolean, channels: readonly MediaChannelView[]): OverallPresence {
  const connected = channels.filter(({ presence }) => presence !== 'offline')
  const facts = connected.map(({ presence, used: taken, capacity, deviceReady }) => ({
    presence: deviceReady || presence !== 'available' ? presence : ('unavailable' as const),
    used: agent.nextReason === null ? taken : capacity,
    capacity,
  }))
  return overallPresence({ live, dnd: agent.dndSince !== null, channels: facts })
}

function mediaChannel(state: SiteState, agent: AgentRow, row: PresenceRow): MediaChannelView {
  const { id, channel, deviceId, nickname, intent, reason, since } = row
  const pages = isLive(state, agent) ? pagesOf(row, state.tabsOf(agent.id)) : []
  const taken = used(state, agent.id, channel)
  const capacity = capacityOf(agent, channel)
  const wrapping = state.ownedBy(agent.id).some((work) => work.channel === channel && work.status === 'wrap-up')
  let presence: ChannelPresence = intent
  if (pages.length === 0) presence = 'offline'
  else if (agent.dndSince !== null) presence = 'unavailable'
  else if (intent === 'available' && wrapping && taken >= capacity) presence = 'wrap-up'
  const deviceReady = pages.length === 0 || hasSound(channel, pages)
  return {
    id,
    channel,
    deviceId,
    nickname,
    intent,
    presence,
    reason,
    used: taken,
    capacity,
    since,
    deviceReady,
    missed: missedOffer(state, row),
  }
}

const pageViews = (state: SiteState, agentId: AgentId): PageView[] =>
  state
    .tabsOf(agentId)
    .map(({ id, device, deviceId, openedAt, soundReady }) => ({
      id,
      device: device ?? 'desktop',
      deviceId,
      openedAt,
      soundReady,
    }))
    .sort((a, b) => a.openedAt - b.openedAt || byName(a.id, b.id))

function offerView(state: SiteState, offer: OfferRow, now: number): OfferView[] {
  const interaction = state.interactions.get(offer.interactionId)
  if (!interaction) return []
  const { id, interactionId, channel, madeAt, expiresAt, why, explained } = offer
  return [
    {
      id,
      interactionId,
      channel,
      madeAt,
      expiresAt,
      enqueuedAt: interaction.enqueuedAt,
      subject: interaction.subject,
      queue: interaction.queue,
      value: interaction.value,
      priority: priorityOf(interaction, now),
      agreementAt: interaction.agreementAt,
      customer: cardOf(state, interaction),
      context: contactContext(state, interaction),
      alongside: alongside(state, interaction),
      why,
      explained,
      answerOn: answerableOn(state, interaction, offer.agentId),
      task: taskView(interaction),
    },
  ]
}

function workView(state: SiteState, row: InteractionRow): WorkView[] {
  if (row.status !== 'assigned' && row.status !== 'wrap-up') return []
  return [
    {
      id: row.id,
      dialogueId: row.dialogueId ?? (row.id as string as DialogueId),
      parentId: row.parentId,
      channel: row.channel,
      status: row.status,
      fence: row.fence,
      reference: row.reference,
      subject: row.subject,
      customer: cardOf(state, row),
      context: contactContext(state, row),
      enqueuedAt: row.enqueuedAt,
      answeredAt: row.answeredAt ?? row.enqueuedAt,
      wrapUpUntil: row.wrapUpUntil,
      wrapUpLatest: row.wrapUpUntil === null ? null : wrapUpLatest(row),
      silence: row.silence,
      customerPresence: row.customerLostAt === null ? 'here' : 'away',
      conversation: row.conversationId,
      desk: row.deskId,
      call: callView(state, row.id),
      alongside: alongside(state, row),
      task: taskView(row),
    },
  ]
}

const taskView = ({ task }: InteractionRow): TaskView | null =>
  task && { text: task.text, dueAt: task.dueAt, by: task.by }

/** Whom it is of; of a task as they were when it was made. */
const cardOf = (state: SiteState, row: InteractionRow): CustomerCard => {
  const { name, identified, segment } = row.task?.customer ?? customerCard(state.customerOf(row))
  return { name, identified, segment }
}

/** What else of this customer is open, and not this agent's: whom to ask, and no word of what is said there [CX7]. */
const alongside = (state: SiteState, of: InteractionRow): AlongsideView[] =>
  state
    .interactionsOf(of.customerId)
    .filter(
      (row) => row.id !== of.id && (of.ownerId === null || row.ownerId !== of.ownerId) && row.status !== 'wrap-up',
    )
    .sort((a, b) => a.enqueuedAt - b.enqueuedAt || byName(a.id, b.id))
    .map(({ id, channel, subject, ownerId }) => ({
      id,
      channel,
      subject,
      agentName: ownerId === null ? null : (state.agents.get(ownerId)?.name ?? null),
    }))
