import { connect } from '@beckon/shared/client/connection'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { CrowdResponse, Simulated, SimulatedKind } from '@beckon/shared/protocol/demo'
import type { MeResponse } from '@beckon/shared/protocol/http'
import type { Logger } from 'pino'
import type { Config } from '../../runtime/config.ts'
import type { Ids } from '../../runtime/ids.ts'
import { type DemoCustomer, demoPassword } from '../demo-people.ts'
import { askServer, type Browser, Refused } from './ask-server.ts'
import { createPace, type Pace } from './pace.ts'
import { AgentActor } from './play-agent.ts'
import { CustomerActor } from './play-customer.ts'
import { type AgentScript, agentScripts, type CustomerScript, customerScripts } from './scripts.ts'

export interface Crowd {
  list(): CrowdResponse
  /** Undefined: as many of this kind as there may be are here. Rejects when they cannot come in. */
  add(kind: SimulatedKind): Promise<Simulated | undefined>
  /** They finish in a few seconds' time; false: nobody of that id. */
  remove(id: string): Promise<boolean>
  /** At once, without a word. */
  close(): void
}

export interface CrowdDeps {
  config: Pick<Config, 'publicUrl' | 'widgetUrl'>
  /** What the airline's own server would do for a customer who has signed in there. */
  identityOf(customer: DemoCustomer): Promise<string>
  ids: Pick<Ids, 'uuid'>
  log: Logger
  /** 1: that of life. */
  speed?: number
}

/** Of each kind. */
const MOST = 5
const site = 'bluesky'

interface Person {
  id: string
  kind: SimulatedKind
  script: CustomerScript | AgentScript
  pace: Pace
  actor?: CustomerActor | AgentActor
  hangUp(): void
}

/** People who are none, so that one person alone can try both sides. They come in by the doors that people use. */
export function createCrowd(deps: CrowdDeps): Crowd {
  const { ids, log } = deps
  const people = new Map<string, Person>()
  const of = (kind: SimulatedKind) => [...people.values()].filter((person) => person.kind === kind)

  function gone(person: Person): void {
    person.pace.stop()
    person.hangUp()
    people.delete(person.id)
  }

  return {
    list: () => ({ people: [...people.values()].map(describe), most: MOST }),
    async add(kind) {
      const scripts: readonly Person['script'][] = kind === 'customer' ? customerScripts : agentScripts
      const script = scripts.find((one) => !of(kind).some((person) => person.script === one))
      if (!script || of(kind).length >= MOST) return undefined
      const failed = (error: unknown) => log.warn({ err: error, kind }, 'a simulated person stumbled')
      const pace = createPace(deps.speed ?? 1, failed)
      const person: Person = { id: ids.uuid(), kind, script, pace, hangUp: () => undefined }
      people.set(person.id, person)
      try {
        if ('lines' in script) await enterAsCustomer(deps, person, script, () => gone(person))
        else await enterAsAgent(deps, person, script)
      } catch (error) {
        gone(person)
        throw error
      }
      // Removed while they came in: the door closes behind them.
      if (!people.has(person.id)) gone(person)
      return describe(person)
    },
    async remove(id) {
      const person = people.get(id)
      if (!person) return false
      people.delete(id)
      person.pace.stop()
      await person.actor?.end()
      gone(person)
      return true
    },
    close() {
      for (const person of people.values()) gone(person)
    },
  }
}

const describe = ({ id, kind, script, actor }: Person): Simulated => ({
  id,
  kind,
  name: script.name,
  subject: 'subject' in script ? script.subject : null,
  state: actor?.state ?? 'arriving',
})

async function enterAsCustomer(deps: CrowdDeps, person: Person, script: CustomerScript, over: () => void) {
  const { config, identityOf } = deps
  const browser: Browser = { origin: config.widgetUrl, cookie: '' }
  await askServer(browser, '/widget/api/hello', { site })
  if (script.known) {
    await askServer(browser, '/widget/api/identify', { site, identity: await identityOf(script.known) })
  }
  const connection = connect<CustomerView>({ ...doorOf(browser), endpoint: 'customer', site })
  person.hangUp = () => connection.close()
  const rate = (interactionId: string) =>
    askServer<void>(browser, '/widget/api/survey', { site, interactionId, ...script.rating })
  person.actor = new CustomerActor({ script, connection, pace: person.pace, rate, over })
  const { subject, whisper, context, page } = script
  const items = Object.entries(context).map(([key, value]) => ({ key, value, source: 'button' as const }))
  const trail = [{ url: config.publicUrl + page.path, title: page.title, enteredAt: connection.now(), dwellMs: 0 }]
  const bag = { items, trail, locale: 'en-GB', device: 'desktop' as const }
  person.pace.after(0, () => connection.send('contact:request', { channel: 'chat', subject, whisper, bag }))
}

/** Somebody of the demo with the right to makes their account; who has one signs in. */
async function enterAsAgent({ config }: CrowdDeps, person: Person, script: AgentScript): Promise<void> {
  const { name, email, skills } = script
  const admin: Browser = { origin: config.publicUrl, cookie: '' }
  await askServer(admin, '/api/v1/auth/sign-in/email', { email: 'sam@bluesky.example', password: demoPassword })
  const account = { name, email, skills, capacity: { chat: 2, voice: 0, task: 0 }, password: demoPassword }
  await askServer(admin, '/api/v1/agents', account).catch((error: unknown) => {
    if (!(error instanceof Refused && error.status === 409)) throw error
  })
  await askServer(admin, '/api/v1/auth/sign-out', {})
  const browser: Browser = { origin: config.publicUrl, cookie: '' }
  await askServer(browser, '/api/v1/auth/sign-in/email', { email, password: demoPassword })
  const { pages } = await askServer<MeResponse>(browser, '/api/v1/me')
  const connection = connect<AgentView>({ ...doorOf(browser), endpoint: 'console' })
  person.hangUp = () => connection.close()
  const actor = new AgentActor({ script, connection, pace: person.pace, pages })
  person.actor = actor
  await actor.begin()
}

const doorOf = ({ origin, cookie }: Browser) => ({ origin, headers: { origin, cookie } })
