import { freePort } from '@beckon/signal-server/runtime/free-port'
import { type Browser } from '@playwright/test'
import startPostgres from '../fixtures/start-postgres.ts'
import { createDatabase, type Database } from '../fixtures/database.ts'
import { HostPage } from '../fixtures/host-page.ts'
import { NodeProcess } from '../fixtures/node-process.ts'

/** A built server with the demo's people, and a page of another site that shows its button. */
export interface BenchCentre {
  node: NodeProcess
  database: Database
  hostPage: HostPage
  /** Ended with the rest. */
  browsers: Browser[]
}

/** `between`: what stands between browsers and the server, at a port of its own. */
export async function withCentre<T>(
  measure: (centre: BenchCentre) => Promise<T>,
  between?: (port: number) => Promise<{ port: number; close(): void }>,
): Promise<T> {
  const stopPostgres = await startPostgres()
  const database = await createDatabase()
  const port = await freePort()
  const line = await between?.(port)
  const node = new NodeProcess(port, database.url, line?.port)
  await node.start()
  const hostPage = await HostPage.open({ widgetUrl: node.widgetUrl, siteKey: 'bluesky' })
  await database.query(`insert into site_origins (site_id, origin) select id, $1 from sites where key = 'bluesky'`, [
    hostPage.origin,
  ])
  const browsers: Browser[] = []
  try {
    return await measure({ node, database, hostPage, browsers })
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()))
    await hostPage.close()
    line?.close()
    await node.end()
    await database.drop()
    await stopPostgres()
  }
}
