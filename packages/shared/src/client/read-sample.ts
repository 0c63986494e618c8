import type { CallSample } from '../rules/call-quality.ts'

/** One item of the browser's statistics, whatever it is about. */
export type StatItem = Readonly<Record<string, unknown>>

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** What the browser counts of a call in seconds is told in milliseconds; undefined before any sound has come. */
export function readSample(items: readonly StatItem[]): CallSample | undefined {
  const inbound = items.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
  if (inbound === undefined) return undefined
  const pair =
    items.find(
      ({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded',
    ) ?? {}
  return {
    received: number(inbound['packetsReceived']),
    lost: number(inbound['packetsLost']),
    jitterMs: number(inbound['jitter']) * 1_000,
    rttMs: number(pair['currentRoundTripTime']) * 1_000,
  }
}
