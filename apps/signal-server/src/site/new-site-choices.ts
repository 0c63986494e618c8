import type { NewSite } from '../stores/add-site.ts'

/** What a site starts with; administrators word it anew. */
export const newSiteChoices: Pick<NewSite, 'subjects' | 'dispositions' | 'declineReasons' | 'cannedReplies'> = {
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
  cannedReplies: [{ key: 'hello', text: 'Hello, how can I help?' }],
}
