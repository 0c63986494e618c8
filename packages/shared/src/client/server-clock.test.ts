import { describe, expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

function withTime() {
  const time = { monotonic: 0 }
  const clock = createServerClock(
    () => time.monotonic,
    () => 500_000,
  )
  return { time, clock }
}

describe('the clock of the server', () => {
  test('is the clock of the page until the server has said its own', () => {
    const { clock, time } = withTime()
    time.monotonic += 20
    expect(clock.now()).toBe(500_020)
  })

  test('goes by the stamp that was least late on its way', () => {
    const { clock, time } = withTime()
    time.monotonic = 100
    clock.hear(10_000)
    time.monotonic = 300
    clock.hear(10_050)
    expect(clock.now()).toBe(10_200)
    time.monotonic = 400
    clock.hear(10_330)
    expect(clock.now()).toBe(10_330)
  })

  test('believes a newer stamp after ten minutes, and at once on a new line: pages sleep and drift', () => {
    const { clock, time } = withTime()
    clock.hear(1_000_000)
    time.monotonic = 11 * 60_000
    clock.hear(1_659_000)
    expect(clock.now()).toBe(1_659_000)
    clock.restart()
    clock.hear(1_500_000)
    expect(clock.now()).toBe(1_500_000)
  })
})
