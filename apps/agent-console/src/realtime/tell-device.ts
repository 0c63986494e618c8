import { deviceKind } from '@beckon/shared/client/device-kind'
import type { DeviceKind } from '@beckon/shared/model/context'
import type { Handshake } from '@beckon/shared/protocol/events'
import type { ConsoleConnection } from './connection-context.ts'
import { useScreen } from './screen-store.ts'
import { useSoundChoices } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'
import { thisDevice } from './this-device.ts'
import { soundReady } from './voice-obstacle.ts'

interface Device {
  soundReady: boolean
  screenUp: boolean
}

/** What routing knows of this page's device; undefined until a line has been asked for. */
let said: Device | undefined

const present = (): Device => ({ soundReady: soundReady(), screenUp: useScreen.getState().up })

/** Said with every new line, so that nothing can come before it; `name` is what to call a device that is new. */
export function sayDevice(
  name: (kind: DeviceKind) => string,
): Pick<Handshake, 'soundReady' | 'screenUp' | 'device' | 'deviceId' | 'nickname'> {
  said = present()
  const device = deviceKind()
  return { ...said, device, deviceId: thisDevice, nickname: name(device) }
}

/** While the line is there routing hears of every change: nothing comes to a page that cannot take it [PR17, PR22]. */
export function tellDevice(connection: ConsoleConnection): () => void {
  const tell = () => {
    if (said === undefined || connection.status() !== 'online') return
    const now = present()
    if (said.soundReady === now.soundReady && said.screenUp === now.screenUp) return
    said = now
    void connection.send('device:set', now)
  }
  const stops = [
    useSoundChoices.subscribe(tell),
    useSoundDevices.subscribe(tell),
    useScreen.subscribe(tell),
    connection.subscribe(tell),
  ]
  return () => stops.forEach((stop) => stop())
}
