import { newId } from '@beckon/shared/client/new-id'
import type { DeviceId } from '@beckon/shared/model/ids'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { History, Sent } from './history.ts'
import { type Kept, openPage, type Page, type View } from './page.ts'
import type { Door } from './door.ts'
import type { Random } from './random.ts'

export interface ActorOptions {
  history: History
  door: Door
  site: string
  person: string
  token: string
  random: Random
}

/** What a person does with a page, and what they do at once when they are shown something. */
export interface Behaviour<V extends View> {
  act(page: Page<V>, view: V, random: Random, calm: boolean): void
  see(view: V, page: Page<V>): void
}

/** A person with one page, sometimes two, who acts again and again until told to stop. */
export interface Actor {
  readonly person: string
  readonly kind: 'customer' | 'staff'
  /** Begins nothing new and brings to an end what is open. */
  calm(): void
  /** Acts no more; the pages stay. */
  rest(): void
  pages(): readonly Pick<Page<View>, 'person' | 'view' | 'status'>[]
  /** Sends a command again under its first id. */
  repeat(sent: Sent): Promise<Reply<unknown>>
  close(): void
}

const paceMs = 220

export function createActor<V extends View>(
  options: ActorOptions & { endpoint: 'customer' | 'console' },
  behaviour: Behaviour<V>,
): Actor {
  const { random, door, history } = options
  let calm = false
  let timer: NodeJS.Timeout | undefined
  const [desk, phone] = [newId<DeviceId>(), newId<DeviceId>()]
  const open = (deviceId: DeviceId, kept?: Kept): Page<V> =>
    openPage<V>({ ...options, history, origin: door.origin, deviceId, onView: behaviour.see }, kept)
  let page = open(desk)
  let second: Page<V> | undefined

  /** Reloads, opens the site in another tab or on another device, loses the network: what people do to their pages. */
  function mishap(): void {
    if (random.chance(0.012)) page = open(desk, page.leave())
    if (second && random.chance(0.05)) {
      second.abandon()
      second = undefined
    } else if (!second && random.chance(0.006)) second = open(random.chance(0.5) ? desk : phone)
    if (random.chance(0.006)) door.cut()
    if (random.chance(0.003)) door.freeze()
  }

  function step(): void {
    if (!calm) mishap()
    const at = second && random.chance(0.4) ? second : page
    const view = at.view()
    if (view) behaviour.act(at, view, random, calm)
    timer = setTimeout(step, paceMs * (0.5 + random.next()))
  }

  timer = setTimeout(step, paceMs * random.next())
  return {
    person: options.person,
    kind: options.endpoint === 'console' ? 'staff' : 'customer',
    repeat: (sent) => page.repeat(sent),
    calm() {
      calm = true
      clearTimeout(timer)
      step()
      second?.abandon()
      second = undefined
    },
    rest: () => clearTimeout(timer),
    pages: () => (second ? [page, second] : [page]),
    close() {
      clearTimeout(timer)
      second?.abandon()
      page.abandon()
    },
  }
}
