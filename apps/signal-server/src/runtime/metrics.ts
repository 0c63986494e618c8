import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  /** Others register their counters here: `new Counter({ …, registers: [metrics.registry] })`. */
  registry: Registry
  /** Mean delay of the event loop over the last second, in milliseconds; what "busy" is decided by. */
  loopLagMs(): number
  close(): void
}

const SAMPLE_EVERY_MS = 1_000
const RESOLUTION_MS = 10

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'beckon_' })
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  let lag = 0
  const timer = setInterval(() => {
    // The histogram measures the whole interval of its own timer, which is `resolution` when nothing delays it.
    lag = Number.isFinite(loop.mean) ? Math.max(0, loop.mean / 1e6 - RESOLUTION_MS) : 0
    loop.reset()
  }, SAMPLE_EVERY_MS)
  timer.unref()
  new Gauge({
    name: 'beckon_event_loop_lag_ms',
    help: 'Mean delay of the event loop over the last second, in milliseconds.',
    registers: [registry],
    collect() {
      this.set(lag)
    },
  })
  return {
    registry,
    loopLagMs: () => lag,
    close() {
      clearInterval(timer)
      loop.disable()
    },
  }
}
