import type { AgentView, OfferView, WorkView } from '@beckon/shared/model/agent-view'
import { type Actor, createActor, type ActorOptions } from './actor.ts'
import { speak } from './customer.ts'
import type { Page } from './page.ts'
import type { Random } from './random.ts'
import type { Words } from './words.ts'

type Plan = 'accept' | 'accept-late' | 'accept-twice' | 'decline' | 'ignore' | 'hide'
const plans: readonly Plan[] = [
  'accept',
  'accept',
  'accept',
  'accept-twice',
  'accept',
  'decline',
  'accept-late',
  'ignore',
  'hide',
]

/** An agent who accepts, declines, lets ring, writes, pushes pages, calls, ends and wraps up, by chance. */
export function createAgent(options: ActorOptions, words: Words, calmDown: () => boolean): Actor {
  const planned = new Map<string, Plan>()
  const begun = new Set<string>()
  const planOf = (offer: OfferView): Plan => {
    const plan = planned.get(offer.id) ?? (calmDown() ? 'accept' : (options.random.pick(plans) ?? 'accept'))
    planned.set(offer.id, plan)
    return plan
  }

  function see(view: AgentView, page: Page<AgentView>): void {
    for (const offer of view.offers) {
      if (planOf(offer) === 'hide' || begun.has(offer.id)) continue
      begun.add(offer.id)
      void page.send('offer:shown', { offerId: offer.id })
    }
  }

  function answer(page: Page<AgentView>, offer: OfferView): void {
    const plan = calmDown() ? 'accept' : planOf(offer)
    const late = plan === 'accept-late' && page.now() < offer.expiresAt - 60
    if (plan === 'ignore' || plan === 'hide' || late) return
    if (plan === 'decline') void page.send('offer:decline', { offerId: offer.id, reason: 'busy' })
    else void page.send('offer:accept', { offerId: offer.id })
    if (plan === 'accept-twice') void page.send('offer:accept', { offerId: offer.id })
    planned.set(offer.id, plan === 'decline' ? 'ignore' : plan)
  }

  const act = (page: Page<AgentView>, view: AgentView, random: Random, calm: boolean): void => {
    for (const offer of view.offers) answer(page, offer)
    for (const work of view.work) {
      const { id: interactionId, fence } = work
      if (work.status === 'wrap-up') {
        if (calm || random.chance(0.25))
          void page.send('wrap-up:complete', { interactionId, fence, disposition: 'solved' })
        else if (random.chance(0.1)) void page.send('wrap-up:extend', { interactionId, fence })
      } else if (calm || random.chance(0.03)) void page.send('interaction:end', { interactionId, fence })
      else serve(page, work, random)
    }
    for (const { id: mediaChannelId, channel, intent, presence, deviceReady } of view.channels) {
      if (presence === 'offline') {
        if (random.chance(0.05)) void page.send('media-channel:remove', { mediaChannelId })
        continue
      }
      if (channel === 'voice' && (deviceReady ? !calm && random.chance(0.005) : calm || random.chance(0.3)))
        void page.send('device:set', { soundReady: !deviceReady })
      if (intent !== 'available' && (calm || random.chance(0.3)))
        void page.send('presence:set', { mediaChannelId, intent: 'available' })
      else if (!calm && random.chance(0.008))
        void page.send('presence:set', { mediaChannelId, intent: 'unavailable', reason: 'lunch' })
    }
    rest(page, view, random, calm)
    const [first] = view.visible?.contacts ?? []
    if (first && (calm || random.chance(0.3))) void page.send('queue:pick', { interactionId: first.id })
  }

  /** Not to be disturbed for a while, or done after the work in hand. */
  function rest(page: Page<AgentView>, { dndSince, nextReason }: AgentView, random: Random, calm: boolean): void {
    if (dndSince === null ? !calm && random.chance(0.01) : calm || random.chance(0.25))
      void page.send('dnd:set', { on: dndSince === null })
    if (nextReason === null ? !calm && random.chance(0.008) : calm || random.chance(0.05))
      void page.send('presence:next', nextReason === null ? { reason: 'lunch' } : {})
  }

  function serve(page: Page<AgentView>, work: WorkView, random: Random): void {
    const { conversation: streamId, id: interactionId } = work
    if (random.chance(0.4)) void page.send('message:send', { streamId, text: words.next('a') })
    if (random.chance(0.08)) void page.send('note:add', { streamId: work.desk, text: words.next('n') })
    if (random.chance(0.05)) {
      void page.send('page:push', {
        streamId,
        url: `https://host.example/p/${random.between(0, 1_000_000)}`,
        title: words.next('p'),
      })
    }
    if (work.channel === 'chat' && random.chance(0.03)) void page.send('call:invite', { interactionId })
    if (work.call && random.chance(0.03)) void page.send('call:hang-up', { callId: work.call.id })
    else if (work.call) speak(page, work.call, work.call.agentTabId, random, words)
  }

  return createActor<AgentView>({ ...options, endpoint: 'console' }, { act, see })
}
