import type { Channel } from '@beckon/shared/model/channel'
import type { CloseCause } from '@beckon/shared/model/entry'

/** What was said, in turns: `c` the customer, `a` the agent. */
type Turn = readonly ['c' | 'a', string]

export interface DemoContact {
  site: 'bluesky' | 'northbank'
  channel: Channel
  subject: string
  cause: CloseCause
  turns: readonly Turn[]
  /** The agent's private note; null when there is none. */
  note: string | null
  disposition: string | null
}

const answered = (
  subject: string,
  disposition: string,
  note: string | null,
  turns: readonly Turn[],
  channel: Channel = 'chat',
): DemoContact => ({ site: 'bluesky', channel, subject, cause: 'ended-by-agent', turns, note, disposition })

/** Contacts of the demo's past; each happens several times, with other people. */
export const demoContacts: readonly DemoContact[] = [
  answered('baggage', 'follow-up', 'Tag checked, bag seen in Oslo last night. Delivery promised for tomorrow.', [
    ['c', 'My suitcase did not arrive with flight BS117.'],
    ['a', 'I am sorry to hear that. Could you give me the number on your bag tag?'],
    ['c', 'BS 402 118.'],
    ['a', 'Found: it stayed in Oslo. It comes with the first flight tomorrow, and a driver brings it to your hotel.'],
    ['c', 'That helps, thank you.'],
  ]),
  answered('booking', 'solved', null, [
    ['c', 'Can I move my flight on Friday to Saturday morning?'],
    ['a', 'Yes, there are seats on BS204 at 08:40. The change is free with your fare.'],
    ['c', 'Please do.'],
    ['a', 'Done. The new ticket is in your mailbox.'],
  ]),
  answered('lounge', 'information', null, [
    ['c', 'May I bring my daughter into the lounge? She is 11.'],
    ['a', 'You may: one guest comes in free with a gold card, and children under 12 do not count.'],
    ['c', 'Perfect.'],
  ]),
  answered('card-dispute', 'follow-up', 'Two charges of 184.00 on the same day; one was an expired authorisation.', [
    ['c', 'I was charged twice for one ticket.'],
    ['a', 'I see two entries. One is only reserved and will disappear within five days.'],
    ['c', 'And if it does not?'],
    ['a', 'Then come back with this reference and we refund it at once.'],
  ]),
  answered('booking', 'voucher', 'Delay of four hours. Gold: apologised, voucher of 40 given.', [
    ['c', 'BS330 is four hours late and nobody here tells us anything.'],
    ['a', 'I am sorry. The aircraft was replaced; the new departure is 18:10. I have added a meal voucher for you.'],
    ['c', 'Thanks for the honest answer.'],
  ]),
  answered('baggage', 'information', null, [
    ['c', 'How heavy may my bag be?'],
    ['a', '23 kilograms, and 32 with a gold card.'],
  ]),
  answered('baggage', 'solved', 'Called about a damaged wheel; repair shop named, costs covered.', [], 'voice'),
  answered('booking', 'wrong-place', null, [
    ['c', 'I would like to rent a car in Tokyo.'],
    ['a', 'That is for our partner. I have pushed you their page.'],
  ]),
  {
    site: 'bluesky',
    channel: 'chat',
    subject: 'booking',
    cause: 'abandoned',
    turns: [],
    note: null,
    disposition: null,
  },
  {
    site: 'northbank',
    channel: 'chat',
    subject: 'cards',
    cause: 'ended-by-customer',
    turns: [
      ['c', 'My new card has not come yet.'],
      ['a', 'It was posted on Monday and should be with you tomorrow.'],
    ],
    note: 'Sent by registered mail.',
    disposition: 'done',
  },
]
