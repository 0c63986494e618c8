import { fileURLToPath } from 'node:url'

/** The shared connection runs on the widget's own small Socket.IO client; a test holds it to the real server. */
export const socketAliases = [
  {
    find: /^socket\.io-client$/,
    replacement: fileURLToPath(new URL('../src/realtime/socket-client/io.ts', import.meta.url)),
  },
]
