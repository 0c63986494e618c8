import type { Page } from '@playwright/test'
import type { Database } from '../fixtures/database.ts'
import { launchBrowser, newPage } from '../fixtures/browsers.ts'
import { Console } from '../pages/console.ts'
import { Widget } from '../pages/widget.ts'
import { withCentre } from './centre.ts'

/** How quick the console is for an agent whose customer has a long past, and how smoothly a very long chat scrolls. */
const pastInteractions = 5_000
const entriesInTimeline = 50_000
const openings = 5
const scrollMs = 5_000

/** Ended interactions of the one who is being served, each with a text, the newest a minute before the present one. */
const addPast = (database: Database) =>
  database.query(
    `with open as (select * from interactions where status = 'assigned'),
      past as (
        insert into interactions (id, site_id, version, dialogue_id, customer_id, data_session_id, reference, channel,
          subject, status, cause, enqueued_at, owner_id, fence, answered_at, ended_at, closed_at,
          conversation_id, desk_id)
        select gen_random_uuid(), site_id, version, dialogue_id, customer_id, data_session_id,
          'BS-' || lpad(n::text, 8, '2'), 'chat', subject, 'closed', 'ended-by-agent', enqueued_at - n * 60000,
          owner_id, 1, enqueued_at - n * 60000, enqueued_at - n * 60000 + 30000, enqueued_at - n * 60000 + 40000,
          gen_random_uuid(), gen_random_uuid()
        from open, generate_series(1, ${pastInteractions}) n returning *),
      talks as (
        insert into streams (id, site_id, interaction_id, kind, head, closed_at)
        select conversation_id, site_id, id, 'conversation', 1, ended_at from past returning id, closed_at)
      insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
      select id, 1, gen_random_uuid(), closed_at, 'customer', '', '{"kind": "message", "text": "Before"}', '' from talks`,
  )

/** Texts of two sides in the open chat, of one to five sentences. */
const addEntries = (database: Database) =>
  database.query(
    `with open as (
        update streams set head = head + ${entriesInTimeline}
        where id = (select conversation_id from interactions where status = 'assigned') returning id, head)
      insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
      select id, head - ${entriesInTimeline} + n, gen_random_uuid(), extract(epoch from now()) * 1000 - 60000 + n,
        case n % 3 when 0 then 'agent' else 'customer' end, case n % 3 when 0 then 'Ana' else '' end,
        jsonb_build_object('kind', 'message', 'text', repeat('My bag did not arrive. ', 1 + n % 5)), ''
      from open, generate_series(1, ${entriesInTimeline}) n`,
  )

/** How the page says that it is usable: looking into it from here would take the time of what is measured. */
const said = 'usable after ms: '

/**
 * From navigation until the agent can read and answer, by the page's own clock: connected, the conversation drawn, the
 * field there.
 */
async function openingMs(page: Page, url: string): Promise<number> {
  await page.addInitScript((words) => {
    new MutationObserver((_, self) => {
      if (document.querySelector('[role=status][aria-label="Connection: connected"]') === null) return
      if (document.querySelector('textarea[aria-label^="Reply to"]') === null) return
      if (!document.querySelector('[role=log]')?.textContent.includes('Hello')) return
      self.disconnect()
      console.info(`${words}${performance.now()}`)
    }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] })
  }, said)
  const usable = page.waitForEvent('console', { predicate: (message) => message.text().startsWith(said) })
  await page.goto(url)
  return Number((await usable).text().slice(said.length))
}

/**
 * Frames a second while the log moves by every frame, from its end upwards. Code for a page holds no named function:
 * tsx would give it a call that pages do not know.
 */
const scrollFps = (page: Page, stepPx: number): Promise<number> =>
  page.getByRole('log').evaluate(
    async (log, [forMs, px]) => {
      const from = performance.now()
      let frames = 0
      while (performance.now() - from < forMs) {
        log.scrollTop -= px
        await new Promise(requestAnimationFrame)
        frames += 1
      }
      return (frames * 1_000) / (performance.now() - from)
    },
    [scrollMs, stepPx] as const,
  )

const figures = await withCentre(async ({ node, database, hostPage, browsers }) => {
  const [hers, his] = await Promise.all([launchBrowser(), launchBrowser()])
  browsers.push(hers, his)
  const agentPage = await newPage(hers)
  const agent = new Console(agentPage)
  await agent.signIn(node.publicUrl, 'Ana')
  const page = await newPage(his)
  await page.goto(hostPage.origin)
  const customer = new Widget(page)
  await customer.open()
  await customer.startChat()
  await agent.accept()
  await customer.say('Hello')
  await agent.log.getByText('Hello').waitFor()
  await addPast(database)
  const session = await agentPage.context().storageState()
  await agentPage.close()
  const times: number[] = []
  for (let i = 0; i < openings; i++) {
    // Its own context: nothing is in a cache.
    const context = await hers.newContext({ storageState: session })
    times.push(await openingMs(await context.newPage(), `${node.publicUrl}/console`))
    await context.close()
  }
  times.sort((a, b) => a - b)
  console.warn(`console openings: ${times.map(Math.round).join(', ')} ms`)
  await addEntries(database)
  const context = await hers.newContext({ storageState: session, viewport: { width: 1440, height: 900 } })
  const long = await context.newPage()
  await long.goto(`${node.publicUrl}/console`)
  const log = new Console(long).log
  await log.waitFor()
  await long.waitForFunction(
    (px) => (document.querySelector('[role=log]')?.scrollHeight ?? 0) > px,
    entriesInTimeline * 30,
    { timeout: 120_000 },
  )
  const cdp = await context.newCDPSession(long)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const still = await scrollFps(long, 0)
  const busyBefore = await busy()
  const fps = await scrollFps(long, 120)
  const msPerFrame = (((await busy()) - busyBefore) * 1_000_000) / (fps * scrollMs)
  // What a loaded machine gives to a page that does nothing, and what the timeline takes, tell the two apart.
  console.warn(
    `frames/s: ${still.toFixed(1)} at rest, ${fps.toFixed(1)} scrolling; ${msPerFrame.toFixed(1)} ms of CPU a frame`,
  )
  return [
    { name: 'console_open_ms', value: times[Math.floor(openings / 2)] ?? Number.NaN, unit: 'ms' },
    { name: 'timeline_scroll_fps', value: fps, unit: 'frames/s' },
  ]
})
process.send?.(figures)
if (process.send === undefined) console.info(figures)
