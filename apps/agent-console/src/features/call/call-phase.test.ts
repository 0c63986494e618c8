import type { CallSessionState } from '@beckon/shared/client/call-session'
import { CallId, StreamId } from '@beckon/shared/model/ids'
import type { CallView } from '@beckon/shared/model/call-view'
import { expect, test } from 'vitest'
import { uuid } from '../../testing/sample.ts'
import { callPhase } from './call-phase.ts'

const callId = CallId.parse(uuid(1))
const call: CallView = {
  id: callId,
  epoch: 1,
  state: 'joining',
  streamId: StreamId.parse(uuid(2)),
  agentTabId: null,
  customerTabId: null,
  connectedAt: null,
}
const microphone = {} as MediaStream
const held = { callId, microphone, muted: false }

const cases: [string, CallView, CallSessionState, ReturnType<typeof callPhase>][] = [
  ['an unanswered invitation', { ...call, state: 'invited' }, { phase: 'idle' }, { word: 'invited', held: false }],
  [
    'the browser asks',
    call,
    { phase: 'needs-microphone', callId, asking: true, muted: false },
    { word: 'microphone', held: false },
  ],
  [
    'no microphone',
    call,
    { phase: 'microphone-refused', callId, reason: 'denied' },
    { word: 'noMicrophone', held: false },
  ],
  ['waiting for the customer', call, { phase: 'joining', ...held, connectedAt: null }, { word: 'joining', held: true }],
  [
    'first peers',
    call,
    { phase: 'connecting', ...held, connectedAt: null, remoteStream: null },
    { word: 'connecting', held: true },
  ],
  [
    'peers made again',
    call,
    { phase: 'connecting', ...held, connectedAt: 5, remoteStream: null },
    { word: 'reconnecting', held: true },
  ],
  ['sound', call, { phase: 'talking', ...held, connectedAt: 5, remoteStream: null }, { word: 'talking', held: true }],
  [
    'mute',
    call,
    { phase: 'talking', ...held, muted: true, connectedAt: 5, remoteStream: null },
    { word: 'muted', held: true },
  ],
  ['another tab', call, { phase: 'elsewhere', callId }, { word: 'elsewhere', held: false }],
  ['no path', call, { phase: 'failed', callId, cause: 'no-path' }, { word: 'failed', held: false }],
]

test.each(cases)('the agent reads the state of the call in words: %s', (_name, view, session, expected) => {
  expect(callPhase(view, session)).toEqual(expected)
})
