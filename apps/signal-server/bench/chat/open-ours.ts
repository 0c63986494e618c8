import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { End, OnEntries } from './conversation.ts'
import { connect } from './connect.ts'
import { inTurns } from './in-turns.ts'
import type { People } from './people.ts'
import type { WireClient } from './wire-client.ts'

/** Connects everybody, then brings each customer to an agent by the product's own commands. */
export async function openOurs(origin: string, people: People, onEntries: OnEntries): Promise<End[]> {
  const ends: End[] = []
  const total = people.customers.length * 2
  await new Promise<void>((resolve, reject) => {
    const join = (client: WireClient, kind: End['kind'], streamId: string): void => {
      if (ends.push({ client, kind, streamId }) === total) resolve()
    }
    const dial = (kind: End['kind'], token: string, onView: (client: WireClient, view: never) => void) =>
      connect(origin, kind, token, people.siteKey, onEntries, onView)
    void (async () => {
      await inTurns(people.agents, (id) => dial('agent', id, agentLogic(join)))
      const customers = await inTurns(people.customers, (id) => dial('customer', id, customerLogic(join)))
      const payload = { channel: 'chat', bag: { items: [], trail: [] } }
      await inTurns(customers, (client) => client.ask('contact:request', { id: randomUUID(), payload }))
    })().catch(reject)
  })
  return ends
}

type Join = (client: WireClient, kind: End['kind'], streamId: string) => void

/** Takes every offer, and finds the conversation in its work. */
function agentLogic(join: Join): (client: WireClient, view: AgentView) => void {
  const known = new Set<string>()
  const once = (id: string): boolean => known.size < known.add(id).size
  return (client, { offers, work }) => {
    for (const { id } of offers) {
      if (once(id)) client.emit('offer:accept', { id: randomUUID(), payload: { offerId: id } }, () => {})
    }
    for (const { conversation } of work) if (once(conversation)) join(client, 'agent', conversation)
  }
}

function customerLogic(join: Join): (client: WireClient, view: CustomerView) => void {
  let joined = false
  return (client, { interactions: [interaction] }) => {
    if (joined || interaction?.status !== 'assigned') return
    joined = true
    join(client, 'customer', interaction.conversation)
  }
}
