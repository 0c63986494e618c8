import type { DemoPage } from '../layout.ts'

export const baggageClaimPage: DemoPage = {
  name: 'baggage-claim',
  title: 'Report a missing bag',
  area: 'baggage',
  subject: 'baggage',
  main: `
      <section class="page-head">
        <p class="crumb"><a href="/demo/baggage">Baggage</a> › Claim form</p>
        <h1>Report a missing bag</h1>
        <p>We answer within a day. You can be helped with each field.</p>
      </section>
      <form class="card form" action="/demo/baggage">
        <label>Flight <input name="flight" value="BS117" /></label>
        <label>Bag tag <input name="tag" placeholder="BS 448 102" /></label>
        <label>What does it look like? <textarea name="looks" rows="3" placeholder="Colour, size, brand, a ribbon…"></textarea></label>
        <label>Where shall we bring it? <input name="address" placeholder="Hotel or home address" /></label>
        <div class="row">
          <button class="primary">Send</button>
          <button type="button" class="secondary" data-beckon data-subject="baggage" data-whisper="claim form" data-context-flight="BS117">Help me fill this in</button>
        </div>
      </form>`,
}
