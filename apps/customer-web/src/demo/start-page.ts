/** The first page of a demo server: two doors, and what to try behind them. */
export const startPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Beckon demo</title>
    <link rel="stylesheet" href="/demo/blue-sky.css" />
    <link rel="icon" href="/demo/mark.svg" />
  </head>
  <body class="start">
    <main>
      <section class="page-head">
        <p class="crumb">Beckon</p>
        <h1>Be both ends of a contact.</h1>
        <p>Open the two in windows side by side: a customer on an airline's page, an agent at work.</p>
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
      <section class="card">
        <h2>To try</h2>
        <ol class="tries">
          <li>In the console, sign in as Ana and stay available for chat and voice.</li>
          <li>On the baggage page press <b>Talk to us</b>. See what the agent will see, take something out, then choose Chat.</li>
          <li>Accept the offer in the console before the timer runs out. Let another one ring out: it moves on.</li>
          <li>Write to each other. Reload either page in the middle: nothing is lost, nothing is doubled.</li>
          <li>Push the claim form from the console. The customer is asked first.</li>
          <li>Turn the chat into a call, from either side.</li>
          <li>Sign in on the airline as Ann Lee: now the contact is known, and marked so.</li>
          <li>End it, wrap up, and find it again in the history on both sides.</li>
        </ol>
      </section>
    </main>
  </body>
</html>
`
