import { create } from 'zustand'

/** Where a new version waits, how to change to it. */
export const useNewVersion = create<{ change: (() => void) | undefined }>()(() => ({ change: undefined }))

const scriptUrl = '/console/sw.js'
/** A desk stays open for days: it looks for a new version this often, milliseconds. */
const lookEveryMs = 600_000

/** The one address this page ever makes a worker of, as its Trusted Types policy has it. */
function trustedUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }
  const policy = trustedTypes?.createPolicy('beckon-console', { createScriptURL: () => scriptUrl }) as
    | { createScriptURL: (url: string) => string }
    | undefined
  return policy?.createScriptURL(scriptUrl) ?? scriptUrl
}

function offer(worker: ServiceWorker | null): void {
  // The first one ever replaces nothing: the page is its version already.
  if (worker === null || navigator.serviceWorker.controller === null) return
  const change = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage('take-over')
  }
  useNewVersion.setState({ change })
}

/** Makes the console installable and quick to open; without a worker it works as well. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const registration = await navigator.serviceWorker.register(trustedUrl(), { scope: '/console' })
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer(installing))
  })
  // Offline there is nothing new to find.
  setInterval(() => void registration.update().catch(() => undefined), lookEveryMs)
}
