import { crowdPanel } from './crowd/crowd-panel.ts'
import { guideStrip } from './guide/guide-strip.ts'

/** The first page of a demo server: two doors, and what to try behind them. */
export const startPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Beckon demo</title>
    <link rel="stylesheet" href="/demo/blue-sky.css" />
    <link rel="icon" href="/demo/mark.svg" />
    <script defer src="/demo/guide.js"></script>
    <script defer src="/demo/crowd.js"></script>
  </head>
  <body class="start">
    <main>
      <section class="page-head">
        <p class="crumb">Beckon</p>
        <h1>Be both ends of a contact.</h1>
        <p>Open the two in windows side by side: a customer on an airline's page, an agent at work. Or play one and have the other simulated.</p>
      </section>
      <section class="columns">
        <div class="card">
          <h2>Customer</h2>
          <p>Blue Sky is a host page on another site, as your own would be.</p>
          <a class="primary" href="/demo/baggage" target="_blank" rel="noopener">Open the airline as customer</a>
        </div>
        <div class="card">
          <h2>Agent</h2>
          <p>Sign in as <b class="code">ana@bluesky.example</b> with <b class="code">blue-sky-demo</b>, or choose Ana from the list there.</p>
          <a class="primary" href="/console" target="_blank" rel="noopener">Open the console as Ana</a>
        </div>
      </section>
      ${guideStrip('en')}
      ${crowdPanel}
    </main>
  </body>
</html>
`
