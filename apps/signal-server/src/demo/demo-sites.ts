import type { ContactPage } from '@beckon/shared/model/contact-page'
import type { NewSite } from '../stores/add-site.ts'
import { blueSkyRouting } from './demo-routing.ts'

export type DemoSite = Omit<NewSite, 'id' | 'identitySecret' | 'origins'> & {
  /** Stored pages that agents may push, as paths of the demo site. */
  pages: readonly { path: string; title: string }[]
  /** What a customer reads around a contact; links as paths of the demo site. */
  contactPages: readonly (Omit<ContactPage, 'links'> & { links: readonly { path: string; title: string }[] })[]
}

const declineReasons = [
  { key: 'in-a-call', name: 'In a call' },
  { key: 'not-my-subject', name: 'Not my subject' },
  { key: 'language', name: 'Cannot speak the language' },
  { key: 'break', name: 'About to take a break' },
  { key: 'technical', name: 'Technical trouble' },
]

const presenceReasons = [
  { key: 'lunch', name: 'Lunch' },
  { key: 'break', name: 'Break' },
  { key: 'training', name: 'Training' },
  { key: 'meeting', name: 'Meeting' },
  { key: 'supervising', name: 'Supervising' },
]

const subject = (key: string, name: string) => ({ key, name, skill: key })

export const demoSites: readonly DemoSite[] = [
  {
    key: 'bluesky',
    name: 'Blue Sky',
    accent: '#0b66c3',
    subjects: [
      subject('booking', 'Booking'),
      subject('baggage', 'Baggage'),
      subject('lounge', 'Lounge'),
      subject('card-dispute', 'Card dispute'),
    ],
    dispositions: [
      { key: 'solved', name: 'Solved' },
      { key: 'voucher', name: 'Voucher given' },
      { key: 'follow-up', name: 'Needs a follow-up' },
      { key: 'information', name: 'Asked for information' },
      { key: 'wrong-place', name: 'Wrong place' },
    ],
    declineReasons,
    presenceReasons,
    routing: blueSkyRouting,
    cannedReplies: [
      { key: 'hello', text: 'Hello, you are through to Blue Sky. How can I help?' },
      { key: 'moment', text: 'One moment, please: I am looking at your booking.' },
      { key: 'booking-code', text: 'Could you give me the six characters of your booking code?' },
      { key: 'bag-tag', text: 'Could you give me the number on your bag tag? It begins with BS.' },
      { key: 'bag-traced', text: 'Your bag is being traced. We will write to you as soon as it is found.' },
      { key: 'lounge-hours', text: 'The lounge opens two hours before the first flight and closes with the last.' },
      { key: 'voucher', text: 'I am sorry for the trouble. I have added a meal voucher to your booking.' },
      { key: 'goodbye', text: 'Thank you for flying with Blue Sky. Have a good trip!' },
    ],
    pages: [
      { path: '/demo/', title: 'Blue Sky' },
      { path: '/demo/booking', title: 'Your booking' },
      { path: '/demo/baggage', title: 'Baggage' },
      { path: '/demo/baggage-claim', title: 'Report a missing bag' },
      { path: '/demo/lounge', title: 'Lounges' },
      { path: '/demo/card-dispute', title: 'Dispute a card payment' },
    ],
    contactPages: [
      {
        kind: 'welcome',
        subject: '',
        title: '',
        text: 'Please have your booking code at hand.',
        promotion: '',
        links: [],
      },
      {
        kind: 'welcome',
        subject: 'baggage',
        title: '',
        text: 'Nine of ten late bags arrive within a day. Have the number on your bag tag at hand.',
        promotion: '',
        links: [{ path: '/demo/baggage-claim', title: 'Report a missing bag' }],
      },
      {
        kind: 'connecting',
        subject: '',
        title: 'What happens next',
        text: 'The next free agent reads what you sent and writes here.',
        promotion: 'Lounge passes are half price this month.',
        links: [{ path: '/demo/lounge', title: 'Our lounges' }],
      },
      {
        kind: 'closing',
        subject: '',
        title: 'Thank you for flying with Blue Sky',
        text: 'Keep your reference: with it we find this conversation at once.',
        promotion: '',
        links: [{ path: '/demo/booking', title: 'Your booking' }],
      },
    ],
  },
  {
    key: 'northbank',
    name: 'North Bank',
    accent: '#166534',
    subjects: [subject('accounts', 'Accounts'), subject('cards', 'Cards')],
    dispositions: [
      { key: 'done', name: 'Done' },
      { key: 'call-again', name: 'Will call again' },
    ],
    declineReasons,
    presenceReasons,
    cannedReplies: [{ key: 'welcome', text: 'Welcome to North Bank.' }],
    pages: [],
    contactPages: [],
  },
]
