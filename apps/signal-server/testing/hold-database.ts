import { startEmbeddedDatabase } from '../src/runtime/embedded-database.ts'
import { createLog } from '../src/runtime/log.ts'

/** A server that does nothing but own a database, to be killed: `hold-database.ts FOLDER` prints the address. */
const { url } = await startEmbeddedDatabase({ dataDir: process.argv[2] ?? '', log: createLog('silent') })
process.stdout.write(`${url}\n`)
process.stdin.resume()
