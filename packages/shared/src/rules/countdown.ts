/** Whole seconds left until `expiresAt`, never negative; both instants by the server's clock. */
export const secondsLeft = (expiresAt: number, now: number): number => Math.max(0, Math.ceil((expiresAt - now) / 1_000))

/** The part of the time that is left, 1 at `madeAt` to 0 at `expiresAt`. */
export const fractionLeft = (madeAt: number, expiresAt: number, now: number): number =>
  expiresAt <= madeAt ? 0 : Math.min(1, Math.max(0, (expiresAt - now) / (expiresAt - madeAt)))

/** `m:ss`, for timers and waits. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
