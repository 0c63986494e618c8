import type { DemoPage } from '../layout.ts'

export const cardDisputePage: DemoPage = {
  name: 'card-dispute',
  title: 'Dispute a card payment',
  area: 'card-dispute',
  subject: 'card-dispute',
  main: `
      <section class="page-head">
        <p class="crumb">Payments</p>
        <h1>Something on your card that is not yours?</h1>
        <p>Choose the payment. A person looks at it with you, and nothing is charged meanwhile.</p>
      </section>
      <section class="card">
        <table class="payments">
          <thead><tr><th scope="col">Date</th><th scope="col">Payment</th><th scope="col">Amount</th><th scope="col"></th></tr></thead>
          <tbody>
            <tr><td>19 Nov</td><td>Seat 14A, BS117</td><td class="number">18.00 €</td><td><button class="secondary" data-beckon data-subject="card-dispute" data-whisper="unknown charge" data-context-payment="Seat 14A, 18.00 €">Dispute</button></td></tr>
            <tr><td>17 Nov</td><td>London to Lisbon, K7PXQ2</td><td class="number">412.40 €</td><td><button class="secondary" data-beckon data-subject="card-dispute" data-whisper="wrong amount" data-context-payment="K7PXQ2, 412.40 €">Dispute</button></td></tr>
            <tr><td>02 Nov</td><td>Lounge London T3</td><td class="number">29.00 €</td><td><button class="secondary" data-beckon data-subject="card-dispute" data-whisper="charged twice" data-context-payment="Lounge, 29.00 €">Dispute</button></td></tr>
          </tbody>
        </table>
      </section>`,
}
