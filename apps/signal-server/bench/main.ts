import { parseArgs } from 'node:util'
import { callFigures, type CallWish, consoleFigures, openFigures, pageFigures } from './browser/browser-figures.ts'
import { chatFigures } from './chat/chat-figures.ts'
import { contactFigures } from './contact/contact-figures.ts'
import { historyFigures } from './history/history-figures.ts'
import { idleFigures } from './idle/idle-figures.ts'
import type { Figure } from './measure/figure.ts'
import { nodeLossFigures } from './node-loss/node-loss-figures.ts'
import { restartFigures } from './restart/restart-figures.ts'
import { routingFigures } from './routing/routing-figures.ts'
import { startFigures } from './start/start-figures.ts'
import { wakeUpFigures } from './wake-up/wake-up-figures.ts'

/** Which figures come from one measurement. */
const groups: { names: string[]; measure: (asked: CallWish) => Promise<Figure[]> }[] = [
  { names: ['chat_msgs_per_s', 'chat_cpu_us_per_msg', 'chat_deliver_p50_ms'], measure: chatFigures },
  {
    names: ['', '_100x1k', '_10kx100k'].flatMap((of) => [
      `routing_decisions_per_s${of}`,
      `routing_decision_p99_ms${of}`,
    ]),
    measure: routingFigures,
  },
  {
    names: ['contact_to_offer_ms', 'burst_1000_contacts_ack_p99_ms', 'two_nodes_cpu_ratio'],
    measure: contactFigures,
  },
  { names: ['node_loss_offer_p99_ms', 'node_loss_rescinded_s', 'node_loss_back_s'], measure: nodeLossFigures },
  { names: ['restart_with_100k_open_s'], measure: restartFigures },
  { names: ['wakeups_per_s'], measure: wakeUpFigures },
  { names: ['idle_connection_kb'], measure: idleFigures },
  { names: ['history_first_page_ms', 'history_search_ms'], measure: historyFigures },
  { names: ['start_download_s', 'start_cold_s', 'start_warm_s'], measure: startFigures },
  {
    names: [
      'loader_gz_bytes',
      'before_click_bytes',
      'before_click_requests',
      'panel_open_gz_bytes',
      'voice_chunk_gz_bytes',
      'first_call_gz_bytes',
      'console_initial_gz_bytes',
    ],
    measure: pageFigures,
  },
  { names: ['open_to_usable_ms', 'open_after_look_to_usable_ms'], measure: openFigures },
  { names: ['console_open_ms', 'timeline_scroll_fps'], measure: consoleFigures },
  { names: ['call_click_to_heard_ms'], measure: callFigures },
]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    /** How many pairs of calls. */
    calls: { type: 'string', default: '30' },
    /** Prints where the time of a call goes. */
    trace: { type: 'boolean', default: false },
  },
})
const { only, calls, trace } = values
const wanted = groups.filter(({ names }) => only === undefined || names.includes(only))
if (wanted.length === 0) {
  console.error(`There is no figure "${only}"; there are ${groups.flatMap(({ names }) => names).join(', ')}.`)
  process.exit(1)
}

const figures: Figure[] = []
for (const { measure } of wanted) {
  for (const figure of await measure({ pairs: Number(calls), trace })) {
    if (only !== undefined && figure.name !== only) continue
    figures.push(figure)
    if (values.json) console.info(JSON.stringify(figure))
  }
}
if (!values.json) console.table(Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest])))
