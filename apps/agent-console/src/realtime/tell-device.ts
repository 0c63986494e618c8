import type { ConsoleConnection } from './connection-context.ts'
import { useSoundChoices } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'
import { soundReady } from './voice-obstacle.ts'

/** What routing knows of this page's device; undefined until a line has been asked for. */
let said: boolean | undefined

/** Said with every new line, so that no call can come before it. */
export function sayDevice(): boolean {
  said = soundReady()
  return said
}

/** While the line is there routing hears of every change: no call comes to a page that cannot take it [PR17]. */
export function tellDevice(connection: ConsoleConnection): () => void {
  const tell = () => {
    if (said === undefined || connection.status() !== 'online' || said === soundReady()) return
    void connection.send('device:set', { soundReady: sayDevice() })
  }
  const stops = [useSoundChoices.subscribe(tell), useSoundDevices.subscribe(tell), connection.subscribe(tell)]
  return () => stops.forEach((stop) => stop())
}
