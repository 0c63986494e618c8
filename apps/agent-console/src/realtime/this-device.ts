import { newId } from '@beckon/shared/client/new-id'
import { DeviceId } from '@beckon/shared/model/ids'

/** It tells nothing of who signs in here, and is not forgotten when they sign out. */
export const deviceKey = 'beckon.device'

/** Which browser profile this is, to every agent who signs in in it; where nothing is kept, a page is a device [PR24]. */
function known(): DeviceId {
  try {
    const stored = DeviceId.safeParse(localStorage.getItem(deviceKey))
    if (stored.success) return stored.data
    localStorage.setItem(deviceKey, newId<DeviceId>())
    // Of two tabs that open at once the later one's holds.
    return DeviceId.parse(localStorage.getItem(deviceKey))
  } catch {
    return newId<DeviceId>()
  }
}

export const thisDevice: DeviceId = known()
