import type { DemoPage } from '../layout.ts'

export const homePage: DemoPage = {
  name: 'index',
  title: 'Blue Sky',
  area: 'home',
  main: `
      <section class="hero">
        <div class="hero-words">
          <h1>Up and away, without the fuss.</h1>
          <p>112 cities, one bag free, and a person to talk to on every page.</p>
        </div>
        <form class="search" action="/demo/booking">
          <label>From <input name="from" value="London" /></label>
          <label>To <input name="to" value="Lisbon" /></label>
          <label>When <input name="when" value="28 November" /></label>
          <button class="primary">Find flights</button>
        </form>
      </section>
      <section class="tiles" aria-label="Your trip">
        <a class="tile" href="/demo/booking"><strong>BS117 to Lisbon</strong><span>Tomorrow 09:40, now 10:55</span><span class="flag flag-late">Delayed</span></a>
        <a class="tile" href="/demo/baggage"><strong>Bag BS 448 102</strong><span>Last seen at London Heathrow</span><span class="flag flag-late">Being traced</span></a>
        <a class="tile" href="/demo/lounge"><strong>Lounge London T3</strong><span>Open until 22:30</span><span class="flag flag-fine">Quiet now</span></a>
      </section>
      <section class="band">
        <div>
          <h2>Questions about a trip?</h2>
          <p>Chat with us or talk in your browser. You see who is there before you ask.</p>
        </div>
        <button class="primary" data-beckon data-subject="booking">Ask us</button>
      </section>`,
}
