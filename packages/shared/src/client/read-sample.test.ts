import { expect, test } from 'vitest'
import { readSample } from './read-sample.ts'

test('[VO11] what the browser counts becomes one sample, by the path that is used', () => {
  const items = [
    { type: 'candidate-pair', nominated: false, state: 'succeeded', currentRoundTripTime: 9 },
    { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.042 },
    { type: 'inbound-rtp', kind: 'audio', packetsReceived: 500, packetsLost: 4, jitter: 0.012 },
  ]
  expect(readSample(items)).toEqual({ received: 500, lost: 4, jitterMs: 12, rttMs: 42 })
})

test('[VO11] before any sound there is none', () => {
  expect(readSample([{ type: 'transport' }])).toBeUndefined()
})
