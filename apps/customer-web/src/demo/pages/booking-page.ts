import type { DemoPage } from '../layout.ts'

export const bookingPage: DemoPage = {
  name: 'booking',
  title: 'Booking BS117',
  area: 'booking',
  subject: 'booking',
  main: `
      <section class="page-head">
        <p class="crumb">My booking</p>
        <h1>London to Lisbon</h1>
        <p>Booking code <b class="code">K7PXQ2</b> · 2 travellers</p>
      </section>
      <section class="card flight" aria-label="Flight BS117">
        <div><span class="small">BS117 · Airbus A321</span><strong class="time">10:55</strong><span>London Heathrow T3</span></div>
        <div class="route"><span class="small">2 h 45 min</span><span class="route-line"></span><span class="flag flag-late">Delayed 75 min</span></div>
        <div><span class="small">Saturday 28 November</span><strong class="time">13:40</strong><span>Lisbon T1</span></div>
      </section>
      <section class="columns">
        <div class="card">
          <h2>Travellers</h2>
          <table>
            <tr><th scope="row">Ann Lee</th><td>14A</td><td>1 bag</td></tr>
            <tr><th scope="row">Sam Lee</th><td>14B</td><td>1 bag</td></tr>
          </table>
        </div>
        <div class="card">
          <h2>Missing your connection?</h2>
          <p>We can move you to an earlier flight or find a seat with a partner. No forms.</p>
          <button class="primary" data-beckon data-subject="booking" data-whisper="delayed flight" data-context-flight="BS117" data-context-booking="K7PXQ2">Talk to us</button>
        </div>
      </section>`,
}
