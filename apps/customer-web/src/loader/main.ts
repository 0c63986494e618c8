import { guard } from './guard.ts'
import { startLoader } from './start-loader.ts'

guard(() => startLoader(document.currentScript as HTMLScriptElement))()
