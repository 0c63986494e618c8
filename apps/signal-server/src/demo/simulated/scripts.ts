import type { Skills } from '@beckon/shared/model/routing-settings'
import type { DemoCustomer } from '../demo-people.ts'

export interface CustomerScript {
  /** Signed in on the airline; null: a visitor nobody vouches for. */
  known: DemoCustomer | null
  /** How the demo's start page calls them. */
  name: string
  subject: string
  /** Codes of the button they press, and the page it stands on. */
  whisper: string
  context: Record<string, string>
  page: { path: string; title: string }
  /** The first is written at once, each of the others after a word of the agent. */
  lines: readonly string[]
  /** Said about a page that the agent shows. */
  onPage: string
  thanks: string
  rating: { score: number; text: string }
}

/** Said to an agent who would rather talk: a simulated customer has no voice. */
export const noVoice = 'Sorry, I cannot talk right now. Can we go on in writing?'

const known = (externalId: string, name: string, segment: string, context: Record<string, string>): DemoCustomer => ({
  externalId,
  name,
  segment,
  context,
})

export const customerScripts: readonly CustomerScript[] = [
  {
    known: known('sim-lena', 'Lena Vogel', 'gold', { 'frequent-flyer': 'BS 2210 8874', 'home-airport': 'HAM' }),
    name: 'Lena Vogel',
    subject: 'baggage',
    whisper: 'lost-bag',
    context: { flight: 'BS117', tag: 'BS448311' },
    page: { path: '/demo/baggage', title: 'Baggage' },
    lines: [
      'My bag did not come out in Lisbon. The board says it is being traced.',
      'It is a green hard case with a broken wheel, tag BS 448311.',
      'I am at Hotel Alfama until Monday. Can it be brought there?',
    ],
    onPage: 'I have the form in front of me, thank you.',
    thanks: 'Thank you, that is all I needed.',
    rating: { score: 5, text: 'Quick and kind.' },
  },
  {
    known: known('sim-jonas', 'Jonas Berg', 'bronze', { 'home-airport': 'ARN' }),
    name: 'Jonas Berg',
    subject: 'booking',
    whisper: 'delayed-flight',
    context: { flight: 'BS330', booking: 'M4RT7Q' },
    page: { path: '/demo/booking', title: 'Booking' },
    lines: [
      'BS330 is three hours late and I shall miss my connection.',
      'To Nairobi, at 16:20. I travel with hand luggage only.',
      'The later one is fine. An aisle seat, if there is one.',
    ],
    onPage: 'I see it.',
    thanks: 'Great, see you on board.',
    rating: { score: 4, text: '' },
  },
  {
    known: null,
    name: 'A visitor',
    subject: 'lounge',
    whisper: 'opening-hours',
    context: { lounge: 'London T3' },
    page: { path: '/demo/lounge', title: 'Lounges' },
    lines: [
      'Hello! May I pay at the door of the lounge in London?',
      'We are two, one of us is nine years old.',
      'At about seven in the morning.',
    ],
    onPage: 'Ah, there it is.',
    thanks: 'Lovely, bye!',
    rating: { score: 5, text: '' },
  },
  {
    known: known('sim-amara', 'Amara Okafor', 'silver', { 'home-airport': 'LOS' }),
    name: 'Amara Okafor',
    subject: 'card-dispute',
    whisper: 'charged-twice',
    context: { payment: 'K7PXQ2, 412.40 €' },
    page: { path: '/demo/card-dispute', title: 'Dispute a card payment' },
    lines: [
      'The same ticket is on my card twice, 412.40 each.',
      'Both on 17 November. My bank says both are final.',
      'How long does a refund take?',
    ],
    onPage: 'Yes, it is the second line there.',
    thanks: 'Good. Thank you for looking into it.',
    rating: { score: 3, text: 'Helpful, but it should not have happened.' },
  },
  {
    known: null,
    name: 'A visitor in a hurry',
    subject: 'booking',
    whisper: 'seat',
    context: { flight: 'BS204' },
    page: { path: '/demo/booking', title: 'Booking' },
    lines: ['Quick question: can I still change my seat on BS204?', '14C, please. Boarding is in an hour.'],
    onPage: 'Got it.',
    thanks: 'Perfect!',
    rating: { score: 5, text: '' },
  },
]

export interface AgentScript {
  name: string
  email: string
  skills: Skills
  greeting: string
}

const everything: Skills = { booking: 3, baggage: 3, lounge: 3, 'card-dispute': 3 }
const agent = (name: string, greeting: string): AgentScript => ({
  name: `${name} (simulated)`,
  email: `${name.toLowerCase()}.simulated@bluesky.example`,
  skills: everything,
  greeting,
})

export const agentScripts: readonly AgentScript[] = [
  agent('Ida', 'Hello, this is Ida, a simulated agent. Let me read what you sent.'),
  agent('Ben', 'Hi, Ben here, a simulated agent. One moment, please.'),
  agent('Noor', 'Good day, I am Noor, a simulated agent. I am looking at it.'),
  agent('Max', 'Hello, Max speaking, or rather writing: I am simulated.'),
  agent('Uma', 'Welcome, this is Uma, a simulated agent. I have your details here.'),
]

interface SubjectScript {
  answers: readonly string[]
  /** Path of the stored page they show after the second answer. */
  page: string
}

/** What a simulated agent has to say; the same for all of them. */
export const answersTo: Record<string, SubjectScript> = {
  baggage: {
    answers: [
      'I am sorry about your bag. What does it look like, and what is the number on the tag?',
      'Found: it stayed in London and comes with the 14:20. The claim form makes sure that it reaches you.',
      'Noted. A driver brings it to your address tonight.',
    ],
    page: '/demo/baggage-claim',
  },
  booking: {
    answers: [
      'I see your booking. Where do you have to be, and when?',
      'There is a seat on the next one. I show you the booking, so that you can check it.',
      'Done: the new ticket is in your mailbox.',
    ],
    page: '/demo/booking',
  },
  lounge: {
    answers: [
      'You are welcome there. How many are you?',
      'That works: children under twelve do not count. Here are the opening hours.',
      'It opens at 05:30, so there will be room.',
    ],
    page: '/demo/lounge',
  },
  'card-dispute': {
    answers: [
      'I see the payment. Can you tell me the date of each charge?',
      'One of them should not be there. I show you the page with both, so that we speak of the same.',
      'It goes back to your card within five days.',
    ],
    page: '/demo/card-dispute',
  },
}

/** When the prepared answers have run out, in turns. */
export const smallTalk: readonly string[] = [
  'I have written that down.',
  'Is there anything else? I am simulated, so my answers end about here.',
]
export const farewell = 'I close this chat for now. You can come back at any time.'
export const callNote = 'Simulated agent: answered from a script.'
