import type { DemoPage } from '../layout.ts'

export const baggagePage: DemoPage = {
  name: 'baggage',
  title: 'Baggage',
  area: 'baggage',
  subject: 'baggage',
  main: `
      <section class="page-head">
        <p class="crumb">Baggage</p>
        <h1>Where is my bag?</h1>
        <p>Tag <b class="code">BS 448 102</b> · flight BS117</p>
      </section>
      <section class="columns">
        <div class="card">
          <h2>What we know</h2>
          <ol class="steps">
            <li class="done"><b>Checked in</b><span>London Heathrow, 07:52</span></li>
            <li class="done"><b>Scanned</b><span>Transfer belt 4, 08:31</span></li>
            <li><b>Not loaded</b><span>It missed the flight. The next one leaves at 14:20.</span></li>
          </ol>
        </div>
        <div class="card">
          <h2>We can look right now</h2>
          <p>Tell us what it looks like, or fill in the claim form: it takes three minutes.</p>
          <div class="row">
            <button class="primary" data-beckon data-subject="baggage" data-whisper="lost bag" data-context-flight="BS117" data-context-tag="BS448102">Talk to us</button>
            <a class="secondary" href="/demo/baggage-claim">Claim form</a>
          </div>
        </div>
      </section>`,
}
