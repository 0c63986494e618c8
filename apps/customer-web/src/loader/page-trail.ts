import type { TrailEntry } from '@beckon/shared/model/context'

/**
 * Adds this page to the trail of this tab (the last 20, oldest first); the query is never kept, a reload is one visit.
 * Whatever another script left under our key is checked by the frame, which reads it.
 */
export function recordPage(key: string): void {
  const url = location.origin + location.pathname
  const enteredAt = Date.now()
  const earlier: TrailEntry[] = JSON.parse(sessionStorage[key] || '[]')
  if (earlier.slice(-1).some((last) => last.url === url)) earlier.pop()
  const save = (dwellMs: number) => {
    sessionStorage[key] = JSON.stringify([...earlier.slice(-19), { url, title: document.title, enteredAt, dwellMs }])
  }
  save(0)
  addEventListener('pagehide', () => save(Date.now() - enteredAt))
}
