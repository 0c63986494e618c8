import { expect, test, vi } from 'vitest'
import type { CallSessionState } from './call-session-state.ts'
import { createCallSound } from './call-sound.ts'
import { callId, fakeMicrophone, settle } from './testing/fake-call.ts'

const stream = () => fakeMicrophone().stream
const hearing = (remoteStream: MediaStream | null): CallSessionState => ({
  phase: 'connecting',
  callId,
  microphone: stream(),
  muted: false,
  connectedAt: null,
  remoteStream,
})

function createWorld() {
  const play = vi.fn(() => Promise.resolve())
  const setSinkId = vi.fn(() => Promise.resolve())
  const remove = vi.fn()
  const element = { srcObject: null as unknown, play, setSinkId, remove }
  const changed = vi.fn()
  const sound = createCallSound(changed, () => element as unknown as HTMLAudioElement)
  return { play, setSinkId, remove, element, changed, sound }
}

test('[VO13] the other side is played as soon as its stream is there, once, and not after its end', () => {
  const { sound, element, play } = createWorld()
  const [first, second] = [stream(), stream()]
  sound.follow(hearing(null))
  expect(play).not.toHaveBeenCalled()
  sound.follow(hearing(first))
  sound.follow(hearing(first))
  expect(play).toHaveBeenCalledOnce()
  sound.follow(hearing(second))
  expect(element.srcObject).toBe(second)
  sound.follow({ phase: 'idle' })
  expect(element.srcObject).toBeNull()
})

test('held back by the browser, it asks for a click, which lets it out', async () => {
  const { sound, play, changed } = createWorld()
  play.mockRejectedValueOnce(new DOMException('a click first', 'NotAllowedError'))
  sound.follow(hearing(stream()))
  await settle()
  expect(changed).toHaveBeenCalledOnce()
  sound.unblock()?.()
  await settle()
  expect(play).toHaveBeenCalledTimes(2)
  expect(sound.unblock()).toBeUndefined()
})

test('a stream that another took the place of asks for no click', async () => {
  const { sound, play } = createWorld()
  play.mockRejectedValueOnce(new DOMException('a newer one', 'AbortError'))
  sound.follow(hearing(stream()))
  await settle()
  expect(sound.unblock()).toBeUndefined()
})

test('the chosen output is taken now and by the next call', () => {
  const { sound, setSinkId } = createWorld()
  sound.playThrough('desk-speaker')
  sound.follow(hearing(stream()))
  sound.playThrough('headset')
  sound.playThrough('headset')
  expect(setSinkId.mock.calls).toEqual([['desk-speaker'], ['headset']])
})
