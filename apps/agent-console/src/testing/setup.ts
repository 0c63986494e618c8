import { BroadcastChannel } from 'node:worker_threads'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import '../app/i18n.ts'
import { fakeLocks } from './fake-locks.ts'

// A busy machine may take its time; what never comes still fails.
configure({ asyncUtilTimeout: 5_000 })
// happy-dom has none, and msw asks for it when it is imported.
Object.assign(globalThis, { BroadcastChannel })

/** happy-dom draws nothing: what is observed counts as on the screen at once. */
class OnScreen implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = [0]
  readonly #seen: IntersectionObserverCallback
  constructor(seen: IntersectionObserverCallback) {
    this.#seen = seen
  }
  observe(target: Element): void {
    this.#seen([{ isIntersecting: true, target } as IntersectionObserverEntry], this)
  }
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

/** happy-dom lays nothing out: a log counts as tall enough for forty rows. */
const layout = {
  offsetHeight: () => 50,
  clientHeight: (role: string | null) => (role === 'log' ? 2_000 : 50),
  clientWidth: () => 800,
}
for (const [name, px] of Object.entries(layout)) {
  Object.defineProperty(Object.getPrototypeOf(HTMLDivElement.prototype), name, {
    configurable: true,
    get(this: HTMLElement) {
      return px(this.getAttribute('role'))
    },
  })
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', OnScreen)
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true })
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})
