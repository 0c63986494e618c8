import { describe, expect, test } from 'vitest'
import type { CallId, InteractionId } from '@beckon/shared/model/ids'
import { numberedId } from '../../../testing/sequential-ids.ts'
import { emptyBag, nodeA, refusalOf, SiteScenario, value } from '../../../testing/site-scenario.ts'

const chatting = () => {
  const site = new SiteScenario({
    agents: { Ana: { skills: { baggage: 1 } }, Raj: {} },
    customers: { ann: { name: 'Ann Lee' }, tom: {} },
  })
  site.ready('Ana', 'chat', 'voice')
  const chat = site.contact('ann', 'chat', 'baggage')
  site.accept('Ana')
  return { site, chat }
}

/** Ana and Ann in a call that the customer asked for. */
const calling = () => {
  const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {}, tom: {} } })
  site.ready('Ana', 'voice')
  const id = site.contact('ann', 'voice')
  const { fence } = site.accept('Ana')
  const callId = site.callOf(id).id
  return { site, id, callId, fence }
}
const join = (site: SiteScenario, name: string, callId: CallId, tab = 'page', takeOver?: boolean) =>
  site.say(name, 'call:join', { callId, ...(takeOver === undefined ? {} : { takeOver }) }, tab)
/** The page that asked was gone when Ana accepted; Ann has another. */
const waitingForAnn = () => {
  const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
  site.ready('Ana', 'voice')
  const id = site.contact('ann', 'voice')
  site.connect('ann', 'reloaded')
  site.disconnect('ann')
  site.accept('Ana')
  return { site, id, callId: site.callOf(id).id }
}
const talking = () => {
  const made = calling()
  value(made.site.say('ann', 'call:connected', { callId: made.callId, epoch: 1 }))
  return made
}

describe('who is in a call', () => {
  test('[VO1] to anybody but its two ends a call looks absent', () => {
    const { site, callId } = talking()
    site.ready('Raj', 'voice')
    site.connect('tom')
    const invented = numberedId(77) as CallId
    const asked = (name: string, id: CallId) => [
      join(site, name, id),
      site.say(name, 'call:connected', { callId: id, epoch: 1 }),
      site.say(name, 'call:restart', { callId: id, epoch: 1 }),
      site.say(name, 'call:decline', { callId: id }),
      site.say(name, 'call:hang-up', { callId: id }),
    ]
    expect(asked('Raj', callId)).toEqual(asked('Raj', invented))
    expect(asked('tom', callId)).toEqual(asked('tom', invented))
    expect(new Set(asked('tom', callId).map(refusalOf))).toEqual(new Set(['not-found']))
    expect(site.agentSees('Raj').work).toEqual([])
    expect(site.customerSees('tom').interactions).toEqual([])
  })

  test('[VO1] an ended call is absent for its ends, too', () => {
    const { site, callId } = talking()
    value(site.say('ann', 'call:hang-up', { callId }))
    expect(refusalOf(join(site, 'Ana', callId))).toBe('not-found')
    expect(site.agentSees('Ana').work[0]?.call).toBeNull()
  })
})

describe('an invitation to talk', () => {
  test('[VO2] is a second interaction of the same dialogue, subject and page session, owned already', () => {
    const { site, chat } = chatting()
    const parent = site.row(chat)
    const { interactionId, callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    const { dialogueId, subject, dataSessionId, customerId, ownerId } = parent
    expect(site.row(interactionId)).toMatchObject({ dialogueId, subject, dataSessionId, customerId, ownerId })
    expect(site.row(interactionId)).toMatchObject({ channel: 'voice', status: 'assigned', parentId: chat })
    expect(site.callOf(interactionId)).toMatchObject({ id: callId, state: 'invited', epoch: 1 })
    const seen = site.customerSees('ann').interactions.find((each) => each.id === interactionId)
    expect(seen).toMatchObject({ parentId: chat, agentName: 'Ana', call: { state: 'invited' } })
  })

  test('[VO2] an agent without a free voice slot is busy', () => {
    const { site, chat } = chatting()
    site.contact('tom', 'voice')
    expect(refusalOf(site.say('Ana', 'call:invite', { interactionId: chat }))).toBe('busy')
    site.accept('Ana')
    expect(refusalOf(site.say('Ana', 'call:invite', { interactionId: chat }))).toBe('busy')
  })

  test('[VO2] a customer who waits for a call already is not asked again', () => {
    const { site, chat } = chatting()
    value(site.say('Ana', 'call:invite', { interactionId: chat }))
    expect(refusalOf(site.say('Ana', 'call:invite', { interactionId: chat }))).toBe('already-open')
    expect(refusalOf(site.say('ann', 'contact:request', { channel: 'voice', bag: emptyBag }))).toBe('already-open')
  })

  test('[VO2] only the owner of a running chat may ask', () => {
    const { site, chat } = chatting()
    const invite = (name: string) => refusalOf(site.say(name, 'call:invite', { interactionId: chat }))
    expect(invite('Raj')).toBe('not-found')
    value(site.say('ann', 'contact:end', { interactionId: chat }))
    expect(invite('Ana')).toBe('closed')
  })

  const nothingToWrapUp = (site: SiteScenario, id: InteractionId, cause: string) => {
    expect(site.row(id)).toMatchObject({ status: 'closed', cause, disposition: null })
    expect(site.callOf(id)).toMatchObject({ state: 'ended', endedAt: site.now })
    expect(site.said(site.row(id).conversationId).at(-1)).toEqual({ kind: 'ended', cause })
  }

  test('[VO6] declined, it closes with nothing to wrap up', () => {
    const { site, chat } = chatting()
    const { interactionId, callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    value(site.say('ann', 'call:decline', { callId }))
    nothingToWrapUp(site, interactionId, 'invitation-declined')
    expect(site.row(chat).status).toBe('assigned')
  })

  test.each([
    ['hung up by the agent', 'ended-by-agent', 'Ana', 'call:hang-up'],
    ['hung up by the customer', 'ended-by-customer', 'ann', 'call:hang-up'],
    ['ended by the agent', 'ended-by-agent', 'Ana', 'interaction:end'],
    ['ended by the customer', 'ended-by-customer', 'ann', 'contact:end'],
  ] as const)('[VO6] %s before an answer, it closes with nothing to wrap up', (_how, cause, name, command) => {
    const { site, chat } = chatting()
    const { interactionId, callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    const { fence } = site.row(interactionId)
    if (command === 'call:hang-up') value(site.say(name, command, { callId }))
    else if (command === 'interaction:end') value(site.say(name, command, { interactionId, fence }))
    else value(site.say(name, command, { interactionId }))
    nothingToWrapUp(site, interactionId, cause)
  })

  test('[VO6] it runs out after 60 s', () => {
    const { site, chat } = chatting()
    const { interactionId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    site.pass(59_999)
    expect(site.row(interactionId).status).toBe('assigned')
    site.pass(1)
    nothingToWrapUp(site, interactionId, 'abandoned')
  })

  test('[VO6] of a lost agent it closes after 30 s: the customer never asked to be queued for a call', () => {
    const { site, chat } = chatting()
    const { interactionId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    site.disconnect('Ana')
    site.pass(30_000)
    nothingToWrapUp(site, interactionId, 'agent-lost')
    expect(site.row(chat).status).toBe('assigned')
  })

  test('[VO6] of a customer who left it closes with nothing to wrap up', () => {
    const { site, chat } = chatting()
    site.disconnect('ann')
    const { interactionId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    expect(site.agentSees('Ana').work.find((work) => work.id === interactionId)?.customerPresence).toBe('away')
    site.pass(60_000)
    expect(site.row(interactionId)).toMatchObject({ status: 'closed', disposition: null })
  })

  test("[VO6] the agent's own join does not answer it for the customer", () => {
    const { site, chat } = chatting()
    const { interactionId, callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    expect(join(site, 'Ana', callId)).toEqual({ ok: true, value: { epoch: 1 } })
    expect(site.callOf(interactionId)).toMatchObject({ state: 'invited', agentTabId: site.tab('Ana') })
    value(join(site, 'ann', callId))
    expect(site.callOf(interactionId)).toMatchObject({ state: 'connecting', epoch: 1 })
    site.pass(120_000)
    expect(site.row(interactionId).status).toBe('assigned')
  })

  test('[VO6] answered, it cannot be declined any more', () => {
    const { site, chat } = chatting()
    const { callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    value(join(site, 'ann', callId))
    expect(refusalOf(site.say('ann', 'call:decline', { callId }))).toBe('conflict')
  })
})

describe('the tab that holds the sound', () => {
  test('[VO3] another live tab of the same person is refused unless it takes over', () => {
    const { site, callId, id } = calling()
    site.connect('ann', 'other')
    value(join(site, 'ann', callId))
    expect(refusalOf(join(site, 'ann', callId, 'other'))).toBe('call-elsewhere')
    expect(refusalOf(join(site, 'ann', callId, 'other', false))).toBe('call-elsewhere')
    expect(site.callOf(id).customerTabId).toBe(site.tab('ann'))
    value(join(site, 'ann', callId, 'other', true))
    expect(site.callOf(id).customerTabId).toBe(site.tab('ann', 'other'))
  })

  test('[VO3] a tab that is gone holds nothing, and a new one raises the epoch of a call that had begun', () => {
    const { site, callId, id } = talking()
    site.disconnect('ann')
    site.connect('ann', 'reloaded')
    expect(join(site, 'ann', callId, 'reloaded')).toEqual({ ok: true, value: { epoch: 2 } })
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', epoch: 2, customerTabId: site.tab('ann', 'reloaded') })
  })

  test('[VO3] a tab that has become another visitor’s holds nothing of who signed out there, who is not locked out', () => {
    const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {}, tom: {} } })
    const id = site.contact('ann', 'voice')
    const shared = site.tab('ann')
    value(site.say('tom', 'tab:open', { tabId: shared, nodeId: nodeA }))
    expect(site.contactOf('ann')).toMatchObject({ call: { customerTabId: null } })
    value(site.say('tom', 'tab:close', { tabId: shared, nodeId: nodeA }))
    value(site.say('tom', 'tab:open', { tabId: shared, nodeId: nodeA }))
    site.connect('ann', 'other')
    expect(join(site, 'ann', site.callOf(id).id, 'other')).toEqual({ ok: true, value: { epoch: 2 } })
  })

  test('[VO3] what the page that asked has signalled is void for the next: the epoch rises before the call began', () => {
    const { site, callId, id } = waitingForAnn()
    expect(join(site, 'ann', callId, 'reloaded')).toEqual({ ok: true, value: { epoch: 2 } })
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', epoch: 2, customerTabId: site.tab('ann', 'reloaded') })
  })

  test('[VO3] the first tab of a side needs no new epoch', () => {
    const { site, chat } = chatting()
    const { interactionId, callId } = value(site.say('Ana', 'call:invite', { interactionId: chat }))
    value(join(site, 'Ana', callId))
    expect(join(site, 'ann', callId)).toEqual({ ok: true, value: { epoch: 1 } })
    expect(site.callOf(interactionId)).toMatchObject({ state: 'connecting', epoch: 1 })
  })

  test('[VO3] joining twice from the same tab changes nothing', () => {
    const { site, callId, id } = talking()
    const before = site.callOf(id)
    expect(join(site, 'ann', callId)).toEqual({ ok: true, value: { epoch: 1 } })
    expect(site.callOf(id)).toEqual(before)
  })

  test('[VO3] a tab that does not hold the sound can neither report nor restart it', () => {
    const { site, callId } = talking()
    site.connect('ann', 'other')
    expect(refusalOf(site.say('ann', 'call:connected', { callId, epoch: 1 }, 'other'))).toBe('call-elsewhere')
    expect(refusalOf(site.say('ann', 'call:restart', { callId, epoch: 1 }, 'other'))).toBe('call-elsewhere')
  })
})

describe('the course of a call', () => {
  test('[VO10] a voice request begins a call at epoch 1, held by the tab that asked, and no agent sees it yet', () => {
    const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
    site.ready('Ana', 'voice')
    const id = site.contact('ann', 'voice')
    expect(site.callOf(id)).toMatchObject({ state: 'joining', epoch: 1, customerTabId: site.tab('ann') })
    expect(site.contactOf('ann')).toMatchObject({ status: 'waiting', call: { customerTabId: site.tab('ann') } })
    expect(JSON.stringify(site.agentSees('Ana'))).not.toContain(site.callOf(id).id)
    expect(refusalOf(join(site, 'Ana', site.callOf(id).id))).toBe('not-found')
  })

  test('[VO10] the tab that accepts holds the other side: both connect with that commit', () => {
    const { site, id } = calling()
    const tabs = { agentTabId: site.tab('Ana'), customerTabId: site.tab('ann') }
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', epoch: 1, ...tabs })
    expect(site.contactOf('ann').call).toMatchObject({ state: 'connecting', connectedAt: null, ...tabs })
  })

  test('[VO10] accepted while the tab that asked is gone, the call waits for another', () => {
    const { site, id } = waitingForAnn()
    expect(site.callOf(id)).toMatchObject({ state: 'joining', epoch: 1, agentTabId: site.tab('Ana') })
    expect(site.contactOf('ann').call?.customerTabId).toBeNull()
  })

  test('[VO10] the next agent connects to the same call when the first let the offer pass by', () => {
    const site = new SiteScenario({ agents: { Ana: {}, Raj: {} }, customers: { ann: {} } })
    site.ready('Ana', 'voice')
    const id = site.contact('ann', 'voice')
    const { id: callId } = site.callOf(id)
    value(site.say('Ana', 'offer:decline', { offerId: site.show('Ana').id, reason: 'busy' }))
    site.ready('Raj', 'voice')
    site.accept('Raj')
    expect(site.callOf(id)).toMatchObject({ id: callId, state: 'connecting', agentTabId: site.tab('Raj') })
  })

  test('[VO7] a customer who hangs up while in line leaves it, and nobody has anything to wrap up', () => {
    const site = new SiteScenario({ agents: { Ana: {} }, customers: { ann: {} } })
    site.ready('Ana', 'voice')
    const id = site.contact('ann', 'voice')
    value(site.say('ann', 'call:hang-up', { callId: site.callOf(id).id }))
    expect(site.row(id)).toMatchObject({ status: 'closed', cause: 'abandoned' })
    expect(site.callOf(id).state).toBe('ended')
    expect(site.ringing('Ana')).toBeUndefined()
  })

  test('[VO5] it connects when both tabs are there and talks when sound is heard', () => {
    const { site, id, callId } = waitingForAnn()
    expect(site.callOf(id).state).toBe('joining')
    value(join(site, 'ann', callId, 'reloaded'))
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', connectedAt: null })
    site.pass(700)
    value(site.say('ann', 'call:connected', { callId, epoch: 2 }, 'reloaded'))
    expect(site.callOf(id)).toMatchObject({ state: 'talking', connectedAt: site.now })
    expect(site.said(site.row(id).conversationId).at(-1)).toEqual({ kind: 'call-started' })
  })

  test('[VO5] the second end to be heard, or the same one again, does not start the talk anew', () => {
    const { site, id, callId } = talking()
    const { connectedAt } = site.callOf(id)
    site.pass(1_000)
    value(site.say('Ana', 'call:connected', { callId, epoch: 1 }))
    expect(site.callOf(id).connectedAt).toBe(connectedAt)
    expect(site.said(site.row(id).conversationId).filter((body) => body.kind === 'call-started')).toHaveLength(1)
  })

  test('[VO4] a restart raises the epoch once, though both ends ask', () => {
    const { site, id, callId } = talking()
    const restart = (name: string) => value(site.say(name, 'call:restart', { callId, epoch: 1 }))
    expect([restart('ann'), restart('Ana'), restart('ann')]).toEqual([{ epoch: 2 }, { epoch: 2 }, { epoch: 2 }])
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', epoch: 2 })
  })

  test('[VO4] sound of an epoch that is over, or never was, changes nothing', () => {
    const { site, id, callId } = talking()
    value(site.say('Ana', 'call:restart', { callId, epoch: 1 }))
    value(site.say('ann', 'call:connected', { callId, epoch: 1 }))
    value(site.say('ann', 'call:connected', { callId, epoch: 3 }))
    expect(value(site.say('ann', 'call:restart', { callId, epoch: 3 }))).toEqual({ epoch: 2 })
    expect(site.callOf(id)).toMatchObject({ state: 'connecting', epoch: 2 })
  })

  test('[VO4] a call that has not begun cannot be restarted', () => {
    const { site, id, callId } = waitingForAnn()
    expect(value(site.say('Ana', 'call:restart', { callId, epoch: 1 }))).toEqual({ epoch: 1 })
    expect(site.callOf(id)).toMatchObject({ state: 'joining', epoch: 1 })
  })

  test.each([
    ['Ana', 'ended-by-agent'],
    ['ann', 'ended-by-customer'],
  ])('[VO7] a hang-up by %s ends the exchange, says how long it was, and begins wrap-up', (name, cause) => {
    const { site, id, callId } = talking()
    site.pass(61_000)
    value(site.say(name, 'call:hang-up', { callId }))
    expect(site.row(id)).toMatchObject({ status: 'wrap-up', cause, endedAt: site.now, wrapUpUntil: site.now + 90_000 })
    expect(site.said(site.row(id).conversationId).slice(-2)).toEqual([
      { kind: 'call-ended', durationMs: 61_000 },
      { kind: 'ended', cause },
    ])
  })

  test('[VO7] a talk during which the clock was set back is no shorter than nothing', () => {
    const { site, id, callId } = talking()
    site.passUnnoticed(-5_000)
    value(site.say('ann', 'call:hang-up', { callId }))
    expect(site.said(site.row(id).conversationId)).toContainEqual({ kind: 'call-ended', durationMs: 0 })
  })

  test('[VO9] the loss of both sockets for 29 s leaves the call as it is', () => {
    const { site, id } = talking()
    const before = site.callOf(id)
    site.disconnect('Ana')
    site.disconnect('ann')
    site.pass(29_999)
    expect(site.callOf(id)).toEqual(before)
    site.connect('Ana')
    site.connect('ann')
    site.pass(120_000)
    expect(site.callOf(id)).toEqual(before)
    expect(site.row(id)).toMatchObject({ status: 'assigned', customerLostAt: null })
  })

  test('[VO9] a released call is ended, and the next agent gets a new one', () => {
    const { site, id, callId } = talking()
    site.disconnect('Ana')
    site.pass(30_000)
    expect(site.store.find('calls', callId)?.state).toBe('ended')
    site.ready('Raj', 'voice')
    site.accept('Raj')
    expect(site.callOf(id)).toMatchObject({ state: 'joining', epoch: 1, agentTabId: site.tab('Raj') })
    expect(site.callOf(id).id).not.toBe(callId)
  })
})
