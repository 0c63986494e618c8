import type { DemoPage } from '../layout.ts'

export const loungePage: DemoPage = {
  name: 'lounge',
  title: 'Lounges',
  area: 'lounge',
  subject: 'lounge',
  main: `
      <section class="page-head">
        <p class="crumb">Lounges</p>
        <h1>A quiet hour before the flight</h1>
        <p>Gold members bring a guest. Everybody else: 29 € at the door, if there is room.</p>
      </section>
      <section class="tiles" aria-label="Lounges">
        <div class="tile"><strong>London T3</strong><span>05:30 – 22:30, showers</span><span class="flag flag-fine">Quiet now</span></div>
        <div class="tile"><strong>Lisbon T1</strong><span>06:00 – 21:00, terrace</span><span class="flag flag-late">Busy until 11</span></div>
        <div class="tile"><strong>Nairobi</strong><span>Day and night</span><span class="flag flag-fine">Quiet now</span></div>
      </section>
      <section class="band">
        <div><h2>Not sure whether you may enter?</h2><p>We look it up with you.</p></div>
        <button class="primary" data-beckon data-subject="lounge" data-context-lounge="London T3">Ask about a lounge</button>
      </section>`,
}
