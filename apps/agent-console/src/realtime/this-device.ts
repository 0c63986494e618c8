import { newId } from '@beckon/shared/client/new-id'
import type { DeviceId } from '@beckon/shared/model/ids'

/** It tells nothing of who signs in here, and is not forgotten when they sign out. */
export const deviceKey = 'beckon.device'

const isId = (stored: string | null): stored is DeviceId =>
  stored !== null && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(stored)

/** Which browser profile this is, to every agent who signs in in it; where nothing is kept, a page is a device [PR24]. */
function known(): DeviceId {
  const made = newId<DeviceId>()
  try {
    const before = localStorage.getItem(deviceKey)
    if (isId(before)) return before
    localStorage.setItem(deviceKey, made)
    // Of two tabs that open at once the later one's holds.
    const kept = localStorage.getItem(deviceKey)
    return isId(kept) ? kept : made
  } catch {
    return made
  }
}

export const thisDevice: DeviceId = known()
