import type { NewSite } from '../stores/add-site.ts'

/** What a site starts with; administrators word it anew. */
export const newSiteChoices: Pick<
  NewSite,
  'subjects' | 'dispositions' | 'declineReasons' | 'presenceReasons' | 'cannedReplies'
> = {
  subjects: [{ key: 'general', name: 'General', skill: null }],
  dispositions: [
    { key: 'solved', name: 'Solved' },
    { key: 'follow-up', name: 'Needs a follow-up' },
    { key: 'wrong-place', name: 'Wrong place' },
  ],
  declineReasons: [
    { key: 'in-a-call', name: 'In a call' },
    { key: 'not-my-subject', name: 'Not my subject' },
    { key: 'break', name: 'About to take a break' },
  ],
  presenceReasons: [
    { key: 'lunch', name: 'Lunch' },
    { key: 'break', name: 'Break' },
    { key: 'training', name: 'Training' },
    { key: 'meeting', name: 'Meeting' },
  ],
  cannedReplies: [{ key: 'hello', text: 'Hello, how can I help?' }],
}
