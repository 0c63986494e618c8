import type { CallView } from '@beckon/shared/model/call-view'
import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import { subjects } from './routing-rules.ts'
import type { Words } from './words.ts'
import { type Actor, createActor, type ActorOptions } from './actor.ts'
import type { Page, Speaker } from './page.ts'
import type { Random } from './random.ts'

const bagOf = (words: Words) => ({
  items: [{ key: 'flight', value: words.next('flight'), source: 'button' as const }],
  trail: [],
})

/** A customer who asks, writes, calls, answers pages, leaves and comes back, by chance. */
export function createCustomer(options: ActorOptions, words: Words): Actor {
  const asked = new Set<string>()
  let asks = options.random.between(0, subjects.length)
  const answered = new Set<string>()
  const act = (page: Page<CustomerView>, view: CustomerView, random: Random, calm: boolean): void => {
    const own = (channel: 'chat' | 'voice') => view.interactions.find((one) => one.channel === channel)
    const [chat, voice] = [own('chat'), own('voice')]
    if (!calm && !chat && random.chance(0.4)) ask(page, 'chat')
    if (!calm && !voice && random.chance(0.04)) ask(page, 'voice', random.chance(0.5) ? chat : undefined)
    if (chat) talk(page, chat, random, calm)
    if (voice) call(page, voice, random, calm)
  }

  /** One request a channel is under way at a time; what it leads to shows in the view. */
  function ask(page: Page<CustomerView>, channel: 'chat' | 'voice', parent?: CustomerInteraction): void {
    if (asked.has(channel)) return
    asked.add(channel)
    const parentId = parent ? { parentId: parent.id } : {}
    const subject = subjects[asks++ % subjects.length]
    void page
      .send('contact:request', { channel, bag: bagOf(words), ...(subject && { subject }), ...parentId })
      .finally(() => asked.delete(channel))
  }

  function talk(page: Page<CustomerView>, chat: CustomerInteraction, random: Random, calm: boolean): void {
    for (const entry of page.entries(chat.conversation)) {
      if (entry.body.kind !== 'page-pushed' || answered.has(entry.id) || !random.chance(0.5)) continue
      answered.add(entry.id)
      const outcome = random.chance(0.5) ? 'opened' : 'dismissed'
      void page.send('page:answer', { streamId: chat.conversation, pushId: entry.id as never, outcome })
    }
    if (calm) return
    const say = random.chance(chat.status === 'assigned' ? 0.5 : 0.1) ? random.between(1, 4) : 0
    for (let i = 0; i < say; i++) void page.send('message:send', { streamId: chat.conversation, text: words.next('c') })
    if (random.chance(0.03)) void page.send('context:update', { interactionId: chat.id, bag: bagOf(words) })
    if (random.chance(0.015)) void page.send('contact:end', { interactionId: chat.id })
  }

  function call(page: Page<CustomerView>, voice: CustomerInteraction, random: Random, calm: boolean): void {
    if (voice.status === 'waiting' || !voice.call) {
      if (voice.call && random.chance(0.1)) signal(page, voice.call, words)
      if (random.chance(0.01)) void page.send('contact:end', { interactionId: voice.id })
      return
    }
    if (calm || random.chance(0.04)) void page.send('call:hang-up', { callId: voice.call.id })
    else if (voice.call.state === 'invited' && random.chance(0.2))
      void page.send('call:decline', { callId: voice.call.id })
    else speak(page, voice.call, voice.call.customerTabId, random, words)
  }

  return createActor<CustomerView>({ ...options, endpoint: 'customer' }, { act, see: () => undefined })
}

const signal = (page: Speaker, { streamId, epoch }: CallView, words: Words): void =>
  void page.send('call:signal', { streamId, epoch, data: words.next('s') })

/** Either side of a call: join, signal, say that sound flows, make new peers. */
export function speak(page: Speaker, call: CallView, holder: string | null, random: Random, words: Words): void {
  const { id: callId, epoch } = call
  if (holder !== page.tabId) {
    if (random.chance(0.4)) void page.send('call:join', { callId, takeOver: random.chance(0.3) })
    return
  }
  if (call.state !== 'connecting' && call.state !== 'talking') return
  if (random.chance(0.3)) signal(page, call, words)
  if (call.state === 'connecting' && random.chance(0.4)) void page.send('call:connected', { callId, epoch })
  if (random.chance(0.05)) void page.send('call:restart', { callId, epoch })
}
