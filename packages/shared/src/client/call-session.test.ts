import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ok, refuse } from '../protocol/reply.ts'
import { connectPatienceMs } from './call-peer.ts'
import { createCallSession } from './call-session.ts'
import { MicrophoneError } from './microphone.ts'
import { preparedMs } from './prepared-microphone.ts'
import { burstMs } from './signal-batch.ts'
import {
  callId,
  callView,
  fakeConnection,
  fakeMicrophone,
  fakePeers,
  paired,
  settle,
  streamId,
  tabs,
} from './testing/fake-call.ts'

function createWorld(side: 'customer' | 'agent' = 'customer') {
  const server = fakeConnection()
  const { peers, createPeer } = fakePeers()
  const { track, stream } = fakeMicrophone()
  const getMicrophone = vi.fn(async () => stream)
  const session = createCallSession({ connection: server.connection, side, getMicrophone, createPeer })
  const peer = (n: number) => {
    const made = peers[n]
    if (made === undefined) throw new Error(`peer ${n} was not made`)
    return made
  }
  return { server, peers, peer, track, stream, getMicrophone, session, phase: () => session.state().phase }
}

/** This page has answered, the server has paired the tabs, the first peer is made. */
async function connecting(side: 'customer' | 'agent' = 'customer') {
  const world = createWorld(side)
  world.session.update(callView())
  await world.session.answer(callId)
  world.session.update(paired())
  await settle()
  return world
}

async function talking() {
  const world = await connecting()
  world.peer(0).options.onConnected()
  return world
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('[VO] answering', () => {
  test('follows the signals before the microphone is asked for, and loses none that comes meanwhile', async () => {
    const { server, session, peer, getMicrophone, phase, stream } = createWorld()
    getMicrophone.mockImplementation(async () => {
      server.signal('during the question')
      return stream
    })
    session.update(callView())
    server.signal('before the click')
    expect(getMicrophone).not.toHaveBeenCalled()
    expect(phase()).toBe('needs-microphone')
    await session.answer(callId)
    server.signal('before the peer')
    session.update(paired())
    await settle()
    server.signal('to the peer')

    expect(peer(0).heard).toEqual(['before the click', 'during the question', 'before the peer', 'to the peer'])
  })

  test('offers this tab when the microphone is there, and makes the peer with the servers of the view', async () => {
    const { server, session, peers, phase, stream } = createWorld()
    session.update(callView())
    const answered = session.answer(callId)
    expect(session.state()).toMatchObject({ phase: 'needs-microphone', asking: true })
    await answered
    expect(server.names()).toEqual(['call:join'])
    expect(phase()).toBe('joining')
    session.update(callView({ customerTabId: tabs.mine }))
    await settle()
    session.update(paired())
    session.update(paired())
    await settle()

    expect(phase()).toBe('connecting')
    expect(peers.map(({ options }) => options)).toMatchObject([
      { initiator: true, relayOnly: true, iceServers: [{ urls: ['turn:a'] }], stream },
    ])
  })

  test("makes the customer's peer the initiator and the agent's the other one", async () => {
    const world = createWorld('agent')
    world.session.update(callView({ agentTabId: null, customerTabId: tabs.theirs }))
    await world.session.answer(callId)
    world.session.update(callView({ state: 'connecting', agentTabId: tabs.mine, customerTabId: tabs.theirs }))
    await settle()

    expect(world.peer(0).options.initiator).toBe(false)
  })

  test.each([
    [new MicrophoneError('forbidden-by-page'), 'forbidden-by-page'],
    [new DOMException('no', 'NotAllowedError'), 'denied'],
    [new DOMException('none', 'NotFoundError'), 'missing'],
    [new DOMException('policy', 'SecurityError'), 'forbidden-by-page'],
  ])('without a microphone (%s) joins nothing, says why, and may be tried again', async (error, reason) => {
    const { server, session, getMicrophone, phase } = createWorld()
    getMicrophone.mockRejectedValueOnce(error)
    session.update(callView())
    await session.answer(callId)
    expect(session.state()).toEqual({ phase: 'microphone-refused', callId, reason })
    expect(server.payloads('call:join')).toEqual([])
    await session.answer(callId)

    expect(phase()).toBe('joining')
  })

  test('a call that is gone when the microphone comes lets go of the microphone', async () => {
    const { session, server, track, phase } = createWorld()
    session.update(callView())
    const answered = session.answer(callId)
    session.update(null)
    await answered

    expect(track.stopped).toBe(true)
    expect(phase()).toBe('idle')
    expect(server.payloads('call:join')).toEqual([])
  })

  test('a call that another tab holds is elsewhere, and can be taken over', async () => {
    const { session, server, track, phase } = createWorld()
    server.replies.set('call:join', refuse('call-elsewhere'))
    session.update(callView())
    await session.answer(callId)
    expect(phase()).toBe('elsewhere')
    expect(track.stopped).toBe(true)
    session.update(callView({ customerTabId: tabs.myOther }))
    expect(phase()).toBe('elsewhere')
    server.replies.set('call:join', ok({ epoch: 2 }))
    await session.answer(callId, { takeOver: true })

    expect(server.payloads('call:join')).toEqual([{ callId }, { callId, takeOver: true }])
    expect(phase()).toBe('joining')
  })

  test('an old view that still names the former tab does not undo a take-over', async () => {
    const { session, server, phase, peers } = createWorld()
    server.replies.set('call:join', ok({ epoch: 2 }))
    const former = paired(1, { customerTabId: tabs.myOther })
    session.update(former)
    await session.answer(callId, { takeOver: true })
    session.update(former)
    expect(phase()).toBe('connecting')
    session.update(paired(2))
    await settle()

    expect(peers).toHaveLength(1)
  })

  test('a call taken over before any view named this tab is elsewhere all the same', async () => {
    const { session, track, phase } = createWorld()
    session.update(callView())
    await session.answer(callId)
    session.update(callView({ customerTabId: tabs.myOther }))

    expect(phase()).toBe('elsewhere')
    expect(track.stopped).toBe(true)
  })

  test('a refused join lets go of the microphone and says why', async () => {
    const { session, server, track } = createWorld()
    server.replies.set('call:join', refuse('not-found'))
    session.update(callView())
    await session.answer(callId)

    expect(session.state()).toEqual({ phase: 'failed', callId, cause: 'not-found' })
    expect(track.stopped).toBe(true)
  })
})

describe('[VO10] a call prepared for', () => {
  /** The customer asked from this tab, and waits. */
  const inLine = () => callView({ agentTabId: null, customerTabId: tabs.mine })

  async function prepared() {
    const world = createWorld()
    await world.session.prepare()
    world.session.update(inLine())
    await settle()
    return world
  }

  test('takes the open microphone without asking or joining again, and makes the offer while it waits', async () => {
    const { server, session, peer, getMicrophone, phase } = await prepared()
    expect(phase()).toBe('joining')
    peer(0).options.onSignal('offer')
    expect(server.names()).toEqual(['call:signal'])
    session.update(paired())
    await settle()
    server.signal('answer')

    expect(peer(0).heard).toEqual(['answer'])
    expect(getMicrophone).toHaveBeenCalledOnce()
    expect(phase()).toBe('connecting')
  })

  test('waits for the other side in line without failing, and 20 s once both are there', async () => {
    const { server, session } = await prepared()
    vi.advanceTimersByTime(connectPatienceMs - 1)
    session.update(paired())
    vi.advanceTimersByTime(connectPatienceMs - 1)
    expect(server.payloads('call:restart')).toEqual([])
    vi.advanceTimersByTime(1)

    expect(server.payloads('call:restart')).toEqual([{ callId, epoch: 1 }])
  })

  test('by the agent joins nothing and makes no peer before the customer’s tab is there', async () => {
    const { server, session, peers, phase } = createWorld('agent')
    await session.prepare()
    session.update(callView({ agentTabId: tabs.mine }))
    await settle()
    expect([phase(), peers.length]).toEqual(['joining', 0])
    session.update(callView({ state: 'connecting', agentTabId: tabs.mine, customerTabId: tabs.theirs }))
    await settle()

    expect(peers[0]?.options.initiator).toBe(false)
    expect(server.payloads('call:join')).toEqual([])
  })

  test('and nobody answers for 20 s: microphone and offer are let go of, and both are made anew for the answer', async () => {
    const { server, session, peer, track, phase } = await prepared()
    vi.advanceTimersByTime(preparedMs)
    expect([track.stopped, peer(0).closed, phase()]).toEqual([true, true, 'needs-microphone'])
    session.update(paired())
    await session.answer(callId)
    expect(server.payloads('call:restart')).toEqual([{ callId, epoch: 1 }])
    session.update(paired(2))
    await settle()

    expect(peer(1).closed).toBe(false)
  })

  test('and answered in time keeps its microphone however long the talk', async () => {
    const { session, peer, track } = await prepared()
    session.update(paired())
    peer(0).options.onConnected()
    vi.advanceTimersByTime(preparedMs)

    expect(track.stopped).toBe(false)
  })

  test('and never made is let go of, at once when told', async () => {
    const { session, track } = createWorld()
    await session.prepare()
    session.letGo()
    await settle()

    expect(track.stopped).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('without a microphone says why, and holds nothing', async () => {
    const { session, getMicrophone, phase, server } = createWorld()
    getMicrophone.mockRejectedValueOnce(new MicrophoneError('denied'))
    expect(await session.prepare()).toBe('denied')
    session.update(inLine())
    expect(phase()).toBe('needs-microphone')
    expect(server.names()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('[VO] signals', () => {
  test('of the peer go to the stream in order, with their epoch', async () => {
    const { server, peer } = await connecting()
    for (const data of ['offer', 'one', 'two']) peer(0).options.onSignal(data)
    vi.advanceTimersByTime(burstMs)

    expect(server.payloads('call:signal')).toEqual(
      ['["offer"]', '["one","two"]'].map((data) => ({ streamId, epoch: 1, data })),
    )
  })

  test('of this side and of earlier epochs are ignored; those of the next wait for its peer', async () => {
    const { server, session, peer } = await connecting()
    server.signal('mine', 1, 'customer')
    server.signal('for the next', 2)
    session.update(paired(2))
    await settle()
    server.signal('stale', 1)
    server.signal('fresh', 2)

    expect(peer(0).heard).toEqual([])
    expect(peer(1).heard).toEqual(['for the next', 'fresh'])
  })
})

describe('[VO] a live call', () => {
  test('is talking when the peer says so, with the sound of the other side', async () => {
    const { server, session, peer, stream } = await connecting()
    const remoteStream = fakeMicrophone().stream
    peer(0).options.onRemoteStream(remoteStream)
    peer(0).options.onConnected()
    expect(server.payloads('call:connected')).toEqual([{ callId, epoch: 1 }])
    session.update(paired(1, { state: 'talking', connectedAt: 77 }))

    expect(session.state()).toEqual({
      phase: 'talking',
      callId,
      microphone: stream,
      muted: false,
      connectedAt: 77,
      remoteStream,
    })
  })

  test('tells its listeners of changes only, and keeps its state object while nothing changes', async () => {
    const { session } = await talking()
    const listener = vi.fn()
    const unsubscribe = session.subscribe(listener)
    const before = session.state()
    session.update(paired())
    expect(session.state()).toBe(before)
    expect(listener).not.toHaveBeenCalled()
    session.mute(true)
    unsubscribe()
    session.mute(false)

    expect(listener).toHaveBeenCalledOnce()
  })

  test('muted sends silence, and stays muted with the next peer', async () => {
    const { session, track, server } = await talking()
    session.mute(true)
    expect(track.enabled).toBe(false)
    server.replies.set('call:restart', ok({ epoch: 2 }))
    session.update(paired(2))
    await settle()

    expect(track.enabled).toBe(false)
    expect(session.state()).toMatchObject({ phase: 'connecting', muted: true })
    session.mute(false)
    expect(track.enabled).toBe(true)
  })

  test('[VO12] changes its microphone without a new peer, stays muted, and the next peer gets the new one', async () => {
    const { session, server, peer, peers, track, getMicrophone } = await talking()
    const next = fakeMicrophone()
    session.mute(true)
    getMicrophone.mockResolvedValueOnce(next.stream)
    await session.changeMicrophone()
    expect(peer(0).spoke).toEqual([next.stream])
    expect(peers).toHaveLength(1)
    expect([track.stopped, next.track.stopped, next.track.enabled]).toEqual([true, false, false])
    expect(session.state()).toMatchObject({ microphone: next.stream, muted: true })
    server.replies.set('call:restart', ok({ epoch: 2 }))
    session.update(paired(2))
    await settle()
    expect(peer(1).options.stream).toBe(next.stream)
  })

  test('[VO12] that ended while the new microphone was asked for lets go of it', async () => {
    const { session, peer, getMicrophone } = await talking()
    const next = fakeMicrophone()
    getMicrophone.mockImplementationOnce(async () => {
      session.update(null)
      return next.stream
    })
    await session.changeMicrophone()
    expect(next.track.stopped).toBe(true)
    expect(peer(0).spoke).toEqual([])
  })

  test('[VO12] keeps its microphone where another cannot be had', async () => {
    const { session, track, getMicrophone } = await talking()
    getMicrophone.mockRejectedValueOnce(new MicrophoneError('missing'))
    await expect(session.changeMicrophone()).rejects.toThrow('missing')
    expect(track.stopped).toBe(false)
  })

  test('that loses its peer asks for a new epoch, and gets fresh servers and the same microphone', async () => {
    const { session, server, peer, peers, stream, track, phase } = await talking()
    peer(0).options.onFailed(new Error('ice'))
    expect(phase()).toBe('connecting')
    expect(server.payloads('call:restart')).toEqual([{ callId, epoch: 1 }])
    session.update(paired(1))
    await settle()
    expect(peers).toHaveLength(1)
    const servers = { iceServers: [{ urls: ['turn:fresh'] }], relayOnly: false }
    session.update(paired(2, { servers }))
    await settle()

    expect(peer(1).options).toMatchObject(servers)
    expect(peer(1).options.stream).toBe(stream)
    expect(track.stopped).toBe(false)
  })

  test('whose other side never answers asks for a new epoch after 20 s', async () => {
    const { server, peer } = await connecting()
    vi.advanceTimersByTime(connectPatienceMs - 1)
    expect(server.payloads('call:restart')).toEqual([])
    vi.advanceTimersByTime(1)

    expect(server.payloads('call:restart')).toEqual([{ callId, epoch: 1 }])
    expect(peer(0).closed).toBe(true)
  })

  test('that fails four times in a row gives up, and starts from a new epoch when answered again', async () => {
    const { session, server, peer, track } = await connecting()
    for (let epoch = 1; epoch <= 4; epoch++) {
      session.update(paired(epoch))
      await settle()
      peer(epoch - 1).options.onFailed(new Error('no path'))
    }
    expect(session.state()).toEqual({ phase: 'failed', callId, cause: 'no-path' })
    expect(track.stopped).toBe(true)
    expect(server.payloads('call:restart')).toHaveLength(3)
    server.replies.set('call:join', ok({ epoch: 4 }))
    await session.answer(callId)
    expect(server.payloads('call:restart').at(-1)).toEqual({ callId, epoch: 4 })
    session.update(paired(5))
    await settle()

    expect(peer(4).closed).toBe(false)
  })

  test('keeps its peer while the line is down, and joins again when the server forgot the tab', async () => {
    const { session, server, peer, phase, track } = await talking()
    server.status.mockReturnValue('reconnecting')
    session.update(callView({ state: 'talking', customerTabId: tabs.mine, agentTabId: null }))
    session.update(callView({ customerTabId: null }))
    await settle()

    expect(server.payloads('call:join')).toHaveLength(2)
    expect(peer(0).closed).toBe(false)
    expect(track.stopped).toBe(false)
    expect(phase()).toBe('talking')
  })

  test('taken over by another tab of the same person leaves this one without peer and microphone', async () => {
    const { session, peer, track, phase } = await talking()
    session.update(paired(2, { customerTabId: tabs.myOther }))

    expect(phase()).toBe('elsewhere')
    expect(peer(0).closed).toBe(true)
    expect(track.stopped).toBe(true)
  })
})

describe('[VO] the end of a call', () => {
  test('by the other side lets go of everything and leaves nothing running', async () => {
    const { session, server, peer, track, phase } = await talking()
    session.update(null)

    expect(phase()).toBe('idle')
    expect(peer(0).closed).toBe(true)
    expect(track.stopped).toBe(true)
    expect(server.unfollow).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('by hanging up silences at once, says goodbye first and then closes the peer', async () => {
    const { session, server, peer, track, phase } = await talking()
    server.hold.add('call:hang-up')
    const done = session.hangUp()
    expect([phase(), track.stopped, peer(0).closed]).toEqual(['idle', true, false])
    expect(server.payloads('call:hang-up')).toEqual([{ callId }])
    session.update(paired())
    expect(phase()).toBe('idle')
    server.answerHeld()
    await done

    expect(peer(0).closed).toBe(true)
    expect(server.payloads('call:restart')).toEqual([])
  })

  test('by hanging up while the line is down closes the peer at once', async () => {
    const { session, server, peer } = await talking()
    server.status.mockReturnValue('reconnecting')
    server.hold.add('call:hang-up')
    void session.hangUp()

    expect(peer(0).closed).toBe(true)
  })

  test('declined by the customer is gone for this page, and back when the server refuses', async () => {
    const { session, server, phase } = createWorld()
    session.update(callView({ state: 'invited' }))
    await session.decline()
    expect(server.payloads('call:decline')).toEqual([{ callId }])
    expect(phase()).toBe('idle')
    session.update(null)
    server.replies.set('call:decline', refuse('forbidden'))
    session.update(callView({ state: 'invited' }))
    await session.decline()

    expect(phase()).toBe('needs-microphone')
  })
})
